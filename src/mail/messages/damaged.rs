//! Messages about a damaged journal, and about setting the damage aside.

use crate::diag::Bilingual;
use crate::mail::journal::{BadLine, Damage, LineFault, SettingAside};

/// How many damaged lines are named.
const NAMED: usize = 5;

/// Why nothing is done on the strength of this journal, and what to do.
pub fn stop(journal: &str, damage: &Damage, command: &str) -> Bilingual {
    let all = places(damage);
    Bilingual::new(
        format!(
            "sổ gửi `{journal}` bị hỏng, nên không gửi hay ghi gì: gửi tiếp thì có thể gửi trùng hoặc sót.\n{}\nCó bản sao còn nguyên của sổ thì chép lại. Không có thì để các dòng hỏng riêng ra rồi dùng tiếp: {command} --really (bỏ --really thì chỉ xem trước)",
            all.vi
        ),
        format!(
            "the journal `{journal}` is damaged, so nothing is sent or noted: someone might be sent to twice or left out.\n{}\nIf you have a good copy of the journal, bring it back. If not, set the damaged lines aside and go on: {command} --really (without --really only shows what would be done)",
            all.en
        ),
    )
}

/// The damaged lines, one a line.
fn places(damage: &Damage) -> Bilingual {
    let named: Vec<Bilingual> = damage.lines.iter().take(NAMED).map(place).collect();
    let join =
        |lang: fn(&Bilingual) -> &String| named.iter().map(|place| lang(place).as_str()).collect::<Vec<_>>().join("\n");
    let (mut vi, mut en) = (join(|both| &both.vi), join(|both| &both.en));
    if let Some(more) = damage.lines.len().checked_sub(NAMED).filter(|more| *more > 0) {
        vi += &format!("\n  và {more} dòng nữa");
        en += &format!("\n  and {more} more lines");
    }
    Bilingual::new(vi, en)
}

fn place(line: &BadLine) -> Bilingual {
    let number = line.number;
    let words: String = line.words.chars().filter(|letter| !letter.is_control()).take(60).collect();
    let (vi, en) = match line.fault {
        LineFault::Emptied => {
            return Bilingual::new(
                "  tệp rỗng: mọi dòng đã mất (chắc chắn chưa gửi cho ai thì xoá tệp rỗng này rồi chạy lại)",
                "  the file is empty: every line is lost (if certainly nobody was sent anything, remove it and run this again)",
            );
        }
        LineFault::Unreadable => ("không đọc được", "cannot be read"),
        LineFault::Changed => ("đã bị sửa: không khớp mã kiểm của chính nó", "was changed: its checksum is another"),
        LineFault::Unknown => (
            "ghi việc mà bản này của công cụ chưa biết; có thể do bản mới hơn ghi",
            "has an event that this version does not know; a newer one may have written it",
        ),
        LineFault::Unsealed => {
            ("không do công cụ ghi: không có mã kiểm", "was not written by the program: it has no checksum")
        }
        LineFault::Copy => ("lặp lại một dòng ở trên", "repeats a line above"),
        LineFault::Misplaced => ("không nằm đúng chỗ đã ghi", "is not where it was written"),
        LineFault::AfterGap => {
            ("đứng sau chỗ có dòng bị mất hoặc bị sửa", "comes after lines that are missing or were changed")
        }
    };
    let quoted = if words.is_empty() { String::new() } else { format!(": `{words}`") };
    Bilingual::new(format!("  dòng {number} {vi}{quoted}"), format!("  line {number} {en}{quoted}"))
}

/// There is no journal at the path, so that nothing can be set aside in it.
pub fn no_journal(journal: &str) -> Bilingual {
    Bilingual::new(
        format!("không có sổ gửi `{journal}`; chưa gửi lần nào, hoặc sổ ở chỗ khác: --journal TỆP"),
        format!("there is no journal `{journal}`; nothing was sent yet, or it is elsewhere: --journal FILE"),
    )
}

/// No line of the journal is damaged.
pub fn nothing(journal: &str) -> Bilingual {
    Bilingual::new(
        format!("Sổ `{journal}` không có dòng nào hỏng; không có gì để làm."),
        format!("The journal `{journal}` has no damaged line; there is nothing to do."),
    )
}

/// What setting aside does, or would do. `departments`: those that become uncertain.
pub fn set_aside(journal: &str, file: &str, damage: &Damage, done: &SettingAside, really: bool) -> Bilingual {
    let (all, lines) = (places(damage), done.lines());
    let (will_vi, will_en) = if really { ("Đã chuyển", "Moved") } else { ("Sẽ chuyển", "Would move") };
    let word = if lines == 1 { "line" } else { "lines" };
    let moved = match lines {
        0 => Bilingual::default(),
        _ => Bilingual::new(
            format!("\n{will_vi} {lines} dòng, nguyên từng byte, sang `{file}`; những dòng khác của sổ giữ nguyên."),
            format!(
                "\n{will_en} {lines} {word}, byte for byte, to `{file}`; the other lines of the journal stay as they are."
            ),
        ),
    };
    Bilingual::new(
        format!("Sổ gửi `{journal}` bị hỏng:\n{}{}", all.vi, moved.vi),
        format!("The journal `{journal}` is damaged:\n{}{}", all.en, moved.en),
    )
}

/// Whom it concerns: `ids` is those that are known now.
pub fn concerned(ids: &[String], everyone: bool) -> Bilingual {
    let list = ids.join(", ");
    let (rest_vi, rest_en) = match everyone {
        true => (
            " Không biết hết dòng hỏng nói về đơn vị nào, nên mọi đơn vị chưa chắc chắn đã gửi đều như vậy.",
            " It cannot be known whom all of them are about, so this is every department that was not certainly sent to.",
        ),
        false => ("", ""),
    };
    if ids.is_empty() && !everyone {
        return Bilingual::new("Không đơn vị nào bị ảnh hưởng.", "No department is concerned.");
    }
    let (list_vi, list_en) = match ids {
        [] => {
            ("không có đơn vị nào trong đợt dựng hiện nay".to_owned(), "none of the hand-out as it is built".to_owned())
        }
        _ => (list.clone(), list),
    };
    Bilingual::new(
        format!("Không rõ đã gửi chưa, và không gửi lại nếu không có --resend: {list_vi}.{rest_vi}"),
        format!("Uncertain, and not sent to again without --resend: {list_en}.{rest_en}"),
    )
}

/// How to go on.
pub fn next(really: bool, command: &str) -> Bilingual {
    match really {
        true => Bilingual::new(
            format!("Sổ dùng tiếp được. Xem: {command}"),
            format!("The journal can be used again. See: {command}"),
        ),
        false => Bilingual::new(
            format!("Chưa làm gì. Làm thật: {command}"),
            format!("Nothing was done yet. To do it: {command}"),
        ),
    }
}
