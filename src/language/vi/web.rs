//! The words of the web edition. Vietnamese, as the booklet is.

use crate::language::{FormWords, SheetWords, WebWords};
use crate::model::date::Date;
use crate::model::validity::ValidityKind;

/// Below the figure of an instrument's relations.
pub fn relations_caption(citation: &str, count: usize) -> String {
    format!("{citation}: {count} mối quan hệ; mũi tên đi từ văn bản tác động đến văn bản được tác động")
}

/// What the figure counts and does not draw.
pub fn and_others(count: usize) -> String {
    format!("và {count} văn bản khác, xem danh sách")
}

/// The words that only the web edition has.
pub fn words() -> WebWords {
    let say = |words: &str| words.to_owned();
    WebWords {
        form: FormWords {
            kept: say(
                "Nội dung đã điền được giữ trong trình duyệt của thiết bị này, không gửi đi đâu; mở lại trang này là thấy. \
                 Nếu dùng máy chung, tải về hoặc in xong thì bấm “Xoá nội dung đã điền”.",
            ),
            refused: say(
                "Trình duyệt này không cho giữ nội dung đã điền: đóng trang là mất. Hãy tải về hoặc in trước khi đóng.",
            ),
            cleared: say("Đã xoá nội dung đã điền khỏi trang này và khỏi thiết bị này."),
            save: say("Tải về thành bảng (.csv, mở bằng Excel)"),
            print: say("In"),
            clear: say("Xoá nội dung đã điền"),
            sure: say("Xoá mọi nội dung đã điền ở trang này? Không lấy lại được."),
            capacity: say("Với tư cách"),
            answer: say("Kết quả"),
            done: say("Đã xong"),
            gone: say("(không còn trong danh sách)"),
        },
        calendar: say("Lịch việc"),
        more_days: say("việc có hạn sau đó: xem ở trang của từng đối tượng."),
        calendar_files: say("Tải lịch của mọi đối tượng (tệp .ics cho Outlook, Google Calendar; .csv cho Excel)"),
        as_of: say("Tính đến"),
        my_office: say("Cơ quan của tôi"),
        choose_office: say("Chọn cơ quan của tôi, xem việc phải làm và hạn"),
        change_office: say("Đổi cơ quan"),
        by_topic: say("Tra theo chủ đề"),
        nearest: say("Hạn gần nhất"),
        whole_calendar: say("Xem cả lịch việc"),
        beside: say("Bài hướng dẫn và phụ lục"),
        downloads: say("Tải về"),
        get_original: say("Tải bản gốc"),
        more: say("Nguồn, ghi chú, chỉ dẫn, hiệu lực theo thời gian"),
        details: say("Chi tiết"),
        editions: say("Các ấn bản"),
        this_edition: say("ấn bản này"),
        all_changes: say("Xem từng thay đổi"),
        sha256: say("SHA-256"),
        rules: say("Các quy định"),
        duties: say("Danh sách việc"),
        no_duties: say("Ấn bản này không ghi việc nào đang phải làm, nên làm hay được làm ở đây."),
        set_aside: say("Không tính vào danh sách: việc của quy định chưa có, không còn hoặc chưa rõ hiệu lực"),
        narrower_topics: say("Chủ đề hẹp hơn"),
        follow: say("Theo dõi thay đổi của chủ đề này (nguồn tin Atom)"),
        print: say("In trang này"),
        share: say("Chép địa chỉ để gửi"),
        not_found: say("Không có trang này"),
        not_found_reasons: say("Có thể địa chỉ bị gõ thiếu, hoặc trang nay ở địa chỉ khác."),
        not_found_search: say("Tìm trong tài liệu"),
        signer: say("Người ký"),
        checked: say("Ngày kiểm tra"),
        on_time_axis: say("Trên trục thời gian"),
        its_excerpts: say("Trích dẫn của văn bản này"),
        no_excerpts: say("Ấn bản này không trích văn bản này, chỉ nhắc tới."),
        cites: say("Viện dẫn tới"),
        cited_by: say("Được viện dẫn ở"),
        in_table: say("Xem trong bảng các văn bản"),
        to_checklist: say("Bản để in và đánh dấu"),
        moved: say("Trang đã chuyển"),
        moved_to: say("Nội dung này nay ở địa chỉ"),
        on_this_page: say("Trong trang này"),
        sift: say("Lọc trích dẫn theo từ"),
        sifted: say("{n} / {all} trích dẫn"),
        left_out: say(
            "Tệp này để đọc và tìm; phiếu để điền, danh sách để in và bảng tra chỉ có ở trang web, kể cả bản tải về dùng khi không có mạng. Không có trong tệp này",
        ),
        download_single: say("Tải một tệp HTML"),
        download_zip: say("Tải cả trang web (ZIP)"),
        download_leaflet: say("Tải tờ rơi hai mặt (PDF)"),
        download_slides: say("Tải trang chiếu cho buổi tập huấn (PDF)"),
        download_sheet: say("Tải phiếu việc phải làm, mỗi đối tượng một hai trang (PDF)"),
        download_xlsx: say("Tải bảng tính (Excel): việc, lịch, văn bản, trích dẫn"),
        download_docx: say("Tải bản Word, để đọc và ghi ý kiến"),
        download_epub: say("Tải sách điện tử (EPUB)"),
        filter: say("Lọc theo hiệu lực"),
        filter_all: say("Tất cả"),
        filtered: say("Đang ẩn {n} trong {all} trích dẫn, chỉ hiện: {name}."),
        show_all: say("Hiện tất cả"),
        life: say("Hiệu lực theo thời gian"),
        edition_day: say("ngày của ấn bản"),
        elsewhere: say("Trích dẫn này ở ấn bản khác"),
        compare_with: say("So sánh với ấn bản"),
        compare: say("so sánh"),
        days: super::days::words(),
        sheets: sheets(),
    }
}

/// `14 việc · 20 trích dẫn`
pub fn tally(duties: usize, excerpts: usize) -> String {
    match duties {
        0 => format!("{excerpts} trích dẫn"),
        _ => format!("{duties} việc · {excerpts} trích dẫn"),
    }
}

/// Where the signer is unknown.
pub const UNKNOWN_SIGNER: &str = "chưa rõ";

/// `từ 01/09/2013 đến trước 25/12/2024`: half-open, as the law counts.
pub fn period(kind: ValidityKind, from: Option<Date>, until: Option<Date>) -> String {
    match (from.map(Date::short), until.map(Date::short)) {
        (Some(from), Some(until)) => format!("từ {from} đến trước {until}"),
        (Some(from), None) => format!("từ {from}"),
        (None, Some(until)) => format!("trước {until}"),
        (None, None) if kind == ValidityKind::NotApplicable => "vào mọi ngày".to_owned(),
        (None, None) => "không rõ từ ngày nào đến ngày nào".to_owned(),
    }
}

/// The state as it is stated of a time, which may be over.
pub fn state(kind: ValidityKind) -> &'static str {
    match kind {
        ValidityKind::InForce => "Có hiệu lực",
        ValidityKind::PartlyEnded
        | ValidityKind::NotCommenced
        | ValidityKind::Suspended
        | ValidityKind::Ended
        | ValidityKind::NeverInForce
        | ValidityKind::Unknown
        | ValidityKind::NotApplicable => kind.name(),
    }
}

/// The words of a page that is cut into sheets.
fn sheets() -> SheetWords {
    let say = |words: &str| words.to_owned();
    SheetWords {
        label: say("Các trang của mục này"),
        label_below: say("Các trang của mục này, ở cuối trang"),
        sheet: say("Trang"),
        of: say("(trang {a}/{n})"),
        previous: say("← Trang trước"),
        next: say("Trang sau →"),
        continued: say("(tiếp theo)"),
        places: say("Những chỗ ở các trang sau"),
        whole: say("Xem cả mục trên một trang (để in, để tìm)"),
        not_whole: say("Không mở được các trang còn lại của mục này; xin mở từng trang."),
    }
}
