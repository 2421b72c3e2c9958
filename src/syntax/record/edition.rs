//! `editions/<id>.yaml`

use super::super::yaml::Node;
use super::fields::{is, record};
use super::values::{DATE, TEXT, choice, known, own_id, reference, some};
use crate::diag::{FileId, Sink};
use crate::model::edition::{
    Annex, AnnexKind, Chapter, Edition, Issuer, Part, ReferencePolicy, Requirement, Selection,
};
use crate::syntax::messages::words;

/// Reads `editions/<id>.yaml`.
pub fn read_edition(node: &Node, file: FileId, sink: &mut Sink) -> Option<Edition> {
    edition().read_file(node, file, sink)
}

record! {
    pub(super) edition: words::edition_record => Edition {
        id: required("id", own_id(), "ipv6")
            vi "trùng tên tệp; cũng là tên tệp PDF"
            en "the name of the file, and of the PDF";
        title: required("title", TEXT, "Quy định về IPv6 cho cơ quan nhà nước")
            vi "tên ấn bản"
            en "the title";
        subtitle: optional("subtitle", TEXT, "Tài liệu để tra cứu")
            vi "tên phụ"
            en "the subtitle";
        label: optional("label", TEXT, "Bản thảo 1")
            vi "nhãn của ấn bản"
            en "the label of the edition";
        issuer: optional("issuer", issuer(), "{name: Nhóm biên soạn}")
            vi "bên phát hành; vắng khoá này thì theo `settings.yaml`. Không ghi tên một cơ quan nếu cơ quan đó chưa đồng ý"
            en "who issues it; as in `settings.yaml` when absent. Do not name an office that has not agreed";
        contact: optional("contact", known(TEXT), "Văn phòng Sở, thư điện tử ví-du@so.example")
            vi "hỏi, góp ý với ai; in ở trang cuối và ở trang giới thiệu"
            en "whom to ask; on the last page, and on the page about the edition";
        description: required("description", TEXT, "Các quy định đang áp dụng tính đến ngày 05/02/2030.")
            vi "một câu giới thiệu"
            en "one sentence about it";
        keywords: list("keywords", TEXT, "[IPv6, cơ quan nhà nước]")
            vi "từ khoá"
            en "keywords";
        as_of: required("as-of", DATE, "2026-11-23")
            vi "tính đến ngày nào; mọi trạng thái hiệu lực theo ngày này"
            en "as of which day; everything is in force or not by this day";
        previous: optional("previous", reference(), "ipv6-2014")
            vi "ấn bản trước, có `as-of` sớm hơn; phụ lục `changes` kể điều gì khác ấn bản ấy"
            en "the edition before, with an earlier `as-of`; the annex `changes` lists what differs from it";
        references: optional("references", choice(), "plain")
            vi "khi `[[…]]` dẫn tới trích dẫn mà ấn bản không in; không ghi là `plain`"
            en "what becomes of a `[[…]]` to an excerpt that the edition leaves out; `plain` when absent";
        requires: optional("requires", choice(), "approved")
            vi "điều kiện của mỗi trích dẫn, bài viết để được in: `approved` là đã duyệt (`camnang approve`); không ghi là không đòi hỏi"
            en "what must be so of each excerpt and guidance before it is printed: `approved` by somebody (`camnang approve`); nothing when absent";
        unapproved: optional_where("unapproved", choice(), "print", is("requires", requires.flatten(), Requirement::Approved))
            vi "khi `requires: approved`: chưa duyệt thì sao; không ghi là `leave-out`"
            en "with `requires: approved`: what becomes of what is not; `leave-out` when absent";
        front: list("front", reference(), "[doc-truoc, cach-dung]")
            vi "các bài đặt trước phần I"
            en "the guidance before part I";
        answers: optional("answers", reference(), "doc-truoc")
            vi "bài nào của `front` trả lời cơ quan phải làm gì; bản in đặt bài này cùng lịch mười hai tháng tới ngay sau bìa"
            en "which guidance of `front` answers what an office must do; on paper it stands right behind the cover, with the calendar of the next twelve months";
        slides: list("slides", reference(), "[ipv6-la-gi, doc-truoc]")
            vi "các bài chiếu lên màn hình khi tập huấn, theo thứ tự; mỗi đề mục của bài là một trang chiếu"
            en "the guidance shown on a screen in a training, in its order; each heading begins a slide";
        parts: required("parts", some(part()), "[{title: Phải làm gì, chapters: [{id: mua-sam, title: Mua sắm}]}]")
            vi "các phần"
            en "the parts";
        annexes: list("annexes", annex(), "[{kind: instruments, title: Các văn bản}]")
            vi "các phụ lục, theo thứ tự"
            en "the annexes, in their order";
    }
    make Edition {
        id, title, subtitle, label, issuer, contact, description, keywords, as_of, previous,
        references: references.unwrap_or(ReferencePolicy::Plain), requires, unapproved: unapproved.unwrap_or_default(), front, answers, slides, parts, annexes,
    }
}

record! {
    /// Who issues an edition.
    pub(super) issuer: words::issuer_record => Issuer {
        parent: optional("parent", TEXT, "UỶ BAN NHÂN DÂN TỈNH VÍ DỤ")
            vi "cơ quan cấp trên"
            en "the office above it";
        name: required("name", TEXT, "SỞ KHOA HỌC VÀ CÔNG NGHỆ")
            vi "tên cơ quan, hoặc nhóm biên soạn"
            en "the name of the office, or of the editors";
        place: optional("place", TEXT, "Ví Dụ")
            vi "địa danh"
            en "the place";
    }
    make Issuer { parent, name, place }
}

record! {
    part: words::part_record => Part {
        title: required("title", TEXT, "Cơ quan phải làm gì")
            vi "tên phần"
            en "the title of the part";
        media: optional("in", some(choice()), "[web]")
            vi "phần này có ở đâu: `[web]` là chỉ trên trang web, `[print]` là chỉ trên bản in; không ghi là cả hai. Số thứ tự không đổi"
            en "where the part is: `[web]` on the site only, `[print]` on paper only; both when absent. Numbers stay the same";
        intro: optional("intro", reference(), "ipv6-la-gi")
            vi "bài đặt ở đầu phần"
            en "the guidance that opens the part";
        chapters: required("chapters", some(chapter()), "[{id: mua-sam, title: Mua sắm}]")
            vi "các chương"
            en "the chapters";
    }
    make Part { title, media: media.into(), intro, chapters }
}

record! {
    chapter: words::chapter_record => Chapter {
        id: required("id", own_id(), "mua-sam")
            vi "tên trang web của chương, không đổi về sau"
            en "the name of the chapter's web page, which never changes";
        title: required("title", TEXT, "Mua sắm thiết bị, phần mềm thương mại")
            vi "tên chương"
            en "the title of the chapter";
        media: optional("in", some(choice()), "[web]")
            vi "chương này có ở đâu: `[web]` là chỉ trên trang web, `[print]` là chỉ trên bản in; không ghi là cả hai. Số thứ tự không đổi"
            en "where the chapter is: `[web]` on the site only, `[print]` on paper only; both when absent. Numbers stay the same";
        intro: optional("intro", reference(), "mo-dau-mua-sam")
            vi "bài đặt ở đầu chương"
            en "the guidance that opens the chapter";
        select: optional("select", selection(), "{topics: [mua-sam], validity: [in-force]}")
            vi "chọn trích dẫn nào"
            en "which excerpts to take";
        order: optional("order", choice(), "law")
            vi "xếp theo gì; không ghi là `law`"
            en "how they are ordered; `law` when absent";
    }
    make Chapter { id, title, media: media.into(), intro, select: select.unwrap_or_default(), order: order.unwrap_or_default() }
}

record! {
    /// An excerpt is taken if it fits every key; it fits a key by any of its items.
    selection: words::select_record => Selection {
        topics: list("topics", reference(), "[mua-sam]")
            vi "chủ đề; chọn chủ đề mẹ là chọn cả các chủ đề con"
            en "topics; a topic stands for those below it as well";
        audiences: list("audiences", reference(), "[co-quan-nha-nuoc]")
            vi "đối tượng"
            en "audiences";
        instruments: list("instruments", reference(), "[nd-72-2013]")
            vi "văn bản"
            en "instruments";
        validity: list("validity", choice(), "[in-force, partly-ended]")
            vi "hiệu lực vào ngày của ấn bản; bỏ trống là lấy **mọi** trạng thái, kể cả đã hết hiệu lực"
            en "the validity on the edition's day; **all** when absent, even what has ended";
        include: list("include", reference(), "[tt-39-2017.danh-muc.muc-1-11]")
            vi "thêm các trích dẫn này dù không hợp điều kiện"
            en "excerpts to take even if they do not fit";
        exclude: list("exclude", reference(), "[nd-72-2013.dieu-19]")
            vi "bớt các trích dẫn này"
            en "excerpts to leave out";
    }
    make Selection { topics, audiences, instruments, validity, include, exclude }
}

record! {
    /// Only a timeline chooses instruments, and only a form asks somebody; an annex of guidance is nothing without it.
    annex: words::annex_record => Annex {
        kind: required("kind", choice(), "instruments")
            vi "in ra gì"
            en "what is printed";
        title: required("title", TEXT, "Các văn bản")
            vi "tên phụ lục"
            en "the title of the annex";
        media: optional("in", some(choice()), "[web]")
            vi "phụ lục này có ở đâu: `[web]` là chỉ trên trang web, `[print]` là chỉ trên bản in; không ghi là cả hai. Số thứ tự không đổi"
            en "where the annex is: `[web]` on the site only, `[print]` on paper only; both when absent. Numbers stay the same";
        intro: required_where("intro", reference(), "chua-biet", is("kind", kind, AnnexKind::Guidance))
            vi "bài đặt ở đầu phụ lục"
            en "the guidance that opens the annex";
        instruments: list_where("instruments", reference(), "[nd-102-2009, nd-73-2019]", is("kind", kind, AnnexKind::Timeline))
            vi "các văn bản được vẽ; không ghi là những văn bản quy phạm có trong bảng các văn bản của ấn bản"
            en "the instruments that it shows; the binding ones of the edition's table when absent";
        audiences: list_where("audiences", reference(), "[co-quan-nha-nuoc]", is("kind", kind, AnnexKind::ReportForm))
            vi "mẫu dành cho ai; không ghi là mọi đối tượng có việc"
            en "whom the form asks; everybody who has duties when absent";
    }
    make Annex { kind, title, media: media.into(), intro, instruments, audiences }
}
