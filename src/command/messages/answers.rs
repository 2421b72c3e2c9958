//! Words of `camnang collect` and `camnang report answers`.

use crate::answers::summary::RegionTally;
use crate::diag::Bilingual;

/// The settings have no section `answers`.
pub fn no_settings() -> Bilingual {
    let example =
        "\nanswers:\n  due: 2030-03-15\n  figures:\n    - {id: may-chu, name: Số máy chủ đã dùng IPv6, unit: máy}";
    Bilingual::new(
        format!("chưa hỏi các đơn vị điều gì: settings.yaml không có phần answers. Thêm, ví dụ:{example}"),
        format!(
            "the departments are not asked for anything: settings.yaml has no section answers. Add, for example:{example}"
        ),
    )
}

/// A form that the journal names is gone, or is not what it was.
pub fn lost(name: &str, path: &str, given: &str) -> Bilingual {
    Bilingual::new(
        format!(
            "phiếu của {name} không còn như khi nhận: `{path}` (lúc nhận tên là `{given}`). Chép lại tệp ấy từ bản lưu, rồi chạy lại"
        ),
        format!(
            "the form of {name} is not what was collected: `{path}` (it came as `{given}`). Bring it back from a copy and run again"
        ),
    )
}

/// A form was collected.
pub fn collected(file: &str, name: &str, answered: usize, asked: usize, figures: usize) -> Bilingual {
    Bilingual::new(
        format!("Đã nhận: {name} ({file}): trả lời {answered}/{asked} việc, {figures} số liệu.\n"),
        format!("Collected: {name} ({file}): {answered} of {asked} duties answered, {figures} figures.\n"),
    )
}

/// The same file is there already.
pub fn collected_before(file: &str, name: &str) -> Bilingual {
    Bilingual::new(format!("Đã nhận từ trước: {name} ({file}).\n"), format!("Collected before: {name} ({file}).\n"))
}

/// A form that is older than the one there.
pub fn older(file: &str, name: &str, other: &str) -> Bilingual {
    Bilingual::new(
        format!("Bỏ qua: {name} ({file}) điền trước phiếu đã có ({other}).\n"),
        format!("Left out: {name} ({file}) was filled in before the form that is there ({other}).\n"),
    )
}

/// The last line.
pub fn total(taken: usize, before: usize, refused: usize, cells: usize) -> Bilingual {
    Bilingual::new(
        format!("Nhận {taken} phiếu; {before} đã có hoặc cũ hơn; {refused} tệp không nhận; {cells} chỗ phải xem.\n"),
        format!(
            "{taken} forms collected; {before} were there or are older; {refused} files refused; {cells} places to look at.\n"
        ),
    )
}

/// What to do about a form of a department that the hand-out does not have.
pub fn near_department(near: Option<&str>) -> Bilingual {
    match near {
        Some(near) => Bilingual::new(
            format!("có phải `{near}`? Nếu phải thì sửa mã phiếu trong tệp"),
            format!("do you mean `{near}`? Then correct the id of the form in the file"),
        ),
        None => Bilingual::new(
            "xem mã phiếu có đúng của đợt này không",
            "see whether the id of the form is of this hand-out",
        ),
    }
}

/// Why a message has no form.
pub fn no_attachment() -> Bilingual {
    Bilingual::new("không đính kèm tệp nào", "nothing is attached")
}

/// Why a message cannot be read.
pub fn no_message() -> Bilingual {
    Bilingual::new("đây không phải một thư", "it is no message")
}

/// The heads of the table of departments.
pub fn state(key: &str) -> Bilingual {
    match key {
        "form" => Bilingual::new("đã trả lời", "has answered"),
        "paper" => Bilingual::new("trả lời bằng giấy", "answered on paper"),
        "former" => Bilingual::new("đơn vị cũ đã trả lời", "its former departments have answered"),
        _ => Bilingual::new("chưa trả lời", "has not answered"),
    }
}

/// The title of the report.
pub fn title(title: &str, round: Option<&str>) -> Bilingual {
    let (vi, en) = match round {
        Some(round) => (format!(", đợt {round}"), format!(", round {round}")),
        None => (String::new(), String::new()),
    };
    Bilingual::new(format!("Kết quả rà soát: {title}{vi}"), format!("Answers: {title}{en}"))
}

/// How many have answered.
pub fn answered(answered: usize, all: usize, since: Option<usize>) -> Bilingual {
    let (vi, en) = since.map_or((String::new(), String::new()), |former| {
        (format!(" (đợt trước {former})"), format!(" ({former} in the round before)"))
    });
    Bilingual::new(
        format!("Đã trả lời {answered}/{all} đơn vị{vi}."),
        format!("{answered} of {all} departments have answered{en}."),
    )
}

/// The heads of the report's columns.
pub fn heads() -> [Bilingual; 18] {
    [
        Bilingual::new("Mã", "ID"),
        Bilingual::new("Đơn vị", "Department"),
        Bilingual::new("Địa bàn", "Area"),
        Bilingual::new("Tình trạng", "State"),
        Bilingual::new("Ngày điền", "Filled in on"),
        Bilingual::new("Chỗ chưa hiểu", "Unclear places"),
        Bilingual::new("Đơn vị cũ đã trả lời", "Former departments that answered"),
        Bilingual::new("Trách nhiệm", "Duty"),
        Bilingual::new("Quy định", "Provision"),
        Bilingual::new("Được hỏi", "Asked"),
        Bilingual::new("Đã làm", "Done"),
        Bilingual::new("Đang làm", "In part"),
        Bilingual::new("Chưa làm", "Not done"),
        Bilingual::new("Không áp dụng", "Not applicable"),
        Bilingual::new("Chưa trả lời", "No answer"),
        Bilingual::new("Số liệu", "Figure"),
        Bilingual::new("Tổng", "Sum"),
        Bilingual::new("Có số của", "Given by"),
    ]
}

/// Names of the sheets.
pub fn sheets() -> [Bilingual; 3] {
    [
        Bilingual::new("Đơn vị", "Departments"),
        Bilingual::new("Trách nhiệm", "Duties"),
        Bilingual::new("Số liệu", "Figures"),
    ]
}

/// The departments of a region.
pub fn region(region: &RegionTally) -> Bilingual {
    let RegionTally { region, asked, answered, done, part, not_done, not_applicable, unanswered } = region;
    let (vi, en) = region.as_deref().map_or(("chưa xếp vùng", "without a region"), |name| (name, name));
    Bilingual::new(
        format!(
            "{vi}: đã trả lời {answered}/{asked} đơn vị; đã làm {done}, đang làm {part}, chưa làm {not_done}, không áp dụng {not_applicable}, chưa trả lời {unanswered}\n"
        ),
        format!(
            "{en}: {answered} of {asked} departments have answered; done {done}, in part {part}, not done {not_done}, not applicable {not_applicable}, no answer {unanswered}\n"
        ),
    )
}

/// Whose figure is missing.
pub fn missing(ids: &[String]) -> Bilingual {
    let list = ids.join(", ");
    Bilingual::new(format!("còn thiếu: {list}"), format!("missing: {list}"))
}

/// Who has not answered.
pub fn silent(ids: &[&str]) -> Bilingual {
    let list = ids.join(", ");
    Bilingual::new(format!("Chưa trả lời: {list}."), format!("No answer from: {list}."))
}

/// A figure or a count of the round before.
pub fn before(words: &str) -> Bilingual {
    Bilingual::new(format!("đợt trước {words}"), format!("before {words}"))
}

/// A report that was written to a file.
pub fn written(path: &str) -> Bilingual {
    Bilingual::new(format!("Đã ghi `{path}`.\n"), format!("Wrote `{path}`.\n"))
}

/// This build cannot lay out a PDF by itself.
#[cfg(not(feature = "pdf"))]
pub fn no_engine() -> Bilingual {
    Bilingual::new(
        "bản này dựng không kèm Typst; dùng --engine typst-cli hoặc --format html",
        "this build has no Typst within it; use --engine typst-cli or --format html",
    )
}
