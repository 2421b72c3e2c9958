//! The words for looking at the web edition as of another day. Vietnamese, as the booklet is. `{a}`, `{b}`, `{c}` and
//! `{n}` are put in by the site's script.

use crate::language::DayWords;

/// Returns the sentences with which `day.js` states validity on another day, with holes for its days.
pub fn words() -> DayWords {
    let say = |words: &str| words.to_owned();
    DayWords {
        title: say("Theo ngày"),
        choose: say("Tính đến ngày"),
        button: say("Xem"),
        hint: say(
            "Ghi một ngày, ví dụ 1/7/2026, để biết trích dẫn nào có hiệu lực vào ngày đó. Ngày đã chọn được giữ khi sang trang khác.",
        ),
        form: say("ngày/tháng/năm"),
        missing: say("Chưa ghi ngày. Viết ngày/tháng/năm, ví dụ 30/11/2026 hoặc 1/7/2026."),
        no_day: say("«{a}» không phải là một ngày có trong lịch. Viết ngày/tháng/năm, ví dụ 30/11/2026 hoặc 1/7/2026."),
        filter: say("Hiệu lực"),
        all: say("Tất cả"),
        without_script: say(
            "Trình duyệt không chạy JavaScript nên không tính được cho ngày khác. Danh sách dưới đây xếp theo ngày của ấn \
             bản; mỗi dòng có các khoảng thời gian hiệu lực để tự đối chiếu.",
        ),
        label: say("Ngày đang xem"),
        viewing: say("Đang xem theo ngày {a}, không phải ngày của ấn bản ({b})."),
        text: say(
            "Danh sách việc, bảng trách nhiệm, phiếu việc và các chương cũng theo ngày đã chọn, nhưng chỉ đầy đủ tới mức ấn bản \
             này in những quy định của ngày đó. Lời văn, lịch việc, phiếu báo cáo và bảng các văn bản vẫn là của ngày của ấn bản.",
        ),
        duties: say("Vào ngày {a}: {n} việc theo những quy định mà ấn bản này in."),
        other_duties: say("Việc theo quy định có hiệu lực vào ngày đã chọn"),
        other_excerpts: say("Vào ngày đã chọn, chương này còn có"),
        ahead: say("Ngày {a} ở sau ngày của ấn bản ({b}): chỉ tính những thay đổi đã biết vào ngày của ấn bản."),
        back: say("Trở lại ngày của ấn bản"),
        other: say("Chọn ngày khác"),
        wrong: say(
            "Ngày ghi trong địa chỉ không đúng: «{a}». Viết ngày/tháng/năm, ví dụ 31/01/2014. Trang này đang nói về ngày \
             của ấn bản.",
        ),
        failed: say("Không tải được dữ liệu theo ngày. Trang này đang nói về ngày của ấn bản."),
        chosen: say("ngày đang xem"),
        validity_on: say("Hiệu lực vào ngày {a}. Vào ngày của ấn bản ({b}): {c}."),
        counted: say("Vào ngày {a}:"),
        compare: say("So sánh hai ngày"),
        former: say("Từ ngày"),
        later: say("Đến ngày"),
        compare_button: say("So sánh"),
        compare_hint: say(
            "Ghi hai ngày, ví dụ 1/7/2026, để biết trích dẫn nào của ấn bản này có hiệu lực khác nhau vào hai ngày đó.",
        ),
        compare_without_script: say(
            "Trình duyệt không chạy JavaScript nên không so sánh được hai ngày. Trang của từng trích dẫn có các khoảng thời \
             gian hiệu lực.",
        ),
        wrong_pair: say("Ngày không đúng: «{a}». Ghi đủ hai ngày, viết ngày/tháng/năm, ví dụ 31/01/2014."),
        differ: say("Giữa ngày {a} và ngày {b}, {n} trích dẫn đổi hiệu lực."),
        same: say("Giữa ngày {a} và ngày {b}, không trích dẫn nào của ấn bản này đổi hiệu lực."),
        now: say("{a} vào ngày {b}"),
        more: say("Xem thêm (còn {n})"),
    }
}
