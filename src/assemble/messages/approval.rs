//! Codes and sentences about texts that an edition prints only when they are approved.

use crate::diag::{Bilingual, codes};
use crate::model::review::ReviewStanding;

codes! {
    LEFT_OUT = "CN853" Warning {
        vi: "ấn bản `{edition}` chỉ in những gì đã duyệt, nên không in `{id}`: {standing}" => "đề nghị duyệt: `camnang approve {id} --ask --by TÊN`; người duyệt xem rồi chạy `camnang approve {id} --by TÊN`. Muốn vẫn in, kèm chữ «Chưa duyệt», thì ghi unapproved: print vào ấn bản",
            "Ấn bản này ghi requires: approved. Thiếu một trích dẫn thì người đọc phải được biết vì sao, nên từng trích dẫn được nêu tên ở đây.";
        en: "the edition `{edition}` prints only what is approved, and so leaves out `{id}`: {standing}" => "ask for it: `camnang approve {id} --ask --by NAME`; whoever approves looks at it and runs `camnang approve {id} --by NAME`. To print it all the same, marked as not approved, write unapproved: print into the edition",
            "This edition says requires: approved. What is missing from it is named here, each text by itself.";
        example: "requires: approved"
    }
    PRINTED = "CN854" Note {
        vi: "ấn bản `{edition}` in `{id}` kèm chữ «Chưa duyệt»: {standing}" => "duyệt xong thì chữ ấy tự mất: `camnang approve {id} --ask --by TÊN`, rồi `camnang approve {id} --by TÊN`",
            "Ấn bản này ghi requires: approved và unapproved: print.";
        en: "the edition `{edition}` prints `{id}` as not approved: {standing}" => "the mark goes away when it is approved: `camnang approve {id} --ask --by NAME`, then `camnang approve {id} --by NAME`",
            "This edition says requires: approved and unapproved: print.";
        example: "requires: approved\nunapproved: print"
    }
}

/// How far a text has got that is not approved.
pub fn standing(standing: ReviewStanding<'_>) -> Bilingual {
    match standing {
        ReviewStanding::Draft => Bilingual::new("chưa ai duyệt", "nobody has approved it"),
        ReviewStanding::Asked(decision) => {
            let (by, on) = (&decision.by, decision.on.short());
            Bilingual::new(
                format!("{by} đã đề nghị ngày {on}, chưa ai duyệt"),
                format!("{by} asked on {on}, and nobody has approved it"),
            )
        }
        ReviewStanding::SentBack(decision) => {
            let (by, on) = (&decision.by, decision.on.short());
            let word = decision.word.as_deref().unwrap_or_default();
            Bilingual::new(format!("{by} trả lại ngày {on}: {word}"), format!("{by} sent it back on {on}: {word}"))
        }
        ReviewStanding::Stale(decision) => {
            let on = decision.on.short();
            Bilingual::new(format!("đã sửa sau ngày {on}"), format!("it was changed after {on}"))
        }
        ReviewStanding::Approved(_) => Bilingual::new("đã duyệt", "it is approved"),
    }
}
