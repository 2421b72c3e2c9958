//! `camnang collect` and `camnang report answers`, as a clerk runs them: sixty-three departments are asked, forty forms come
//! back with everything that offices do to forms, and the table must be the one that a person writes by hand.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::disallowed_methods, reason = "a test")]

use std::fs;

use crate::support::answer_office;
use crate::support::program;

use answer_office::{AnswerOffice, Filled, as_csv, as_ods, changed_part};
use camnang::internals::spreadsheet::{CellLook, SheetCell};
use mail_builder::MessageBuilder;
use program::put;

fn ids(count: usize) -> Vec<String> {
    (1..=count).map(|number| format!("so-{number:02}")).collect()
}

/// What the department of a number answers. The first duty is done; the second is being done by every other department;
/// every fifth says of the third that it is not for it. Every fourth does not give the second figure.
fn answers(number: usize) -> Filled<'static> {
    let second = if number % 2 == 1 { "đang làm" } else { "chưa làm" };
    let third = if number.is_multiple_of(5) { "không áp dụng" } else { "" };
    let area = if number.is_multiple_of(4) { String::new() } else { "2.5".to_owned() };
    Filled { states: ["đã làm", second, third], figures: [number.to_string(), area], dated: "20/06/2030" }
}

/// Puts forty forms into a folder, as they come from the departments 1 to 40.
fn returned(office: &AnswerOffice) {
    let questions = office.questions();
    let put = |name: &str, bytes: Vec<u8>| put(&office.path("phieu").join(name), bytes);
    for number in 1..=40 {
        let id = format!("so-{number:02}");
        let mut filled = answers(number);
        let plain = |filled: &Filled<'_>| office.form(&questions, &id, None, filled);
        let xlsx = |filled: &Filled<'_>| plain(filled).to_xlsx().unwrap();
        let name = format!("{id}.xlsx");
        match number {
            // The sheets have other names.
            1 => {
                let mut book = plain(&filled);
                book.sheets.iter_mut().for_each(|sheet| sheet.name = format!("Của chúng tôi {}", sheet.widths.len()));
                put(&name, book.to_xlsx().unwrap());
            }
            // The columns are in another order, with an empty one before them.
            2 => {
                let mut book = plain(&filled);
                let top = book.sheets[0].frozen_rows - 1;
                for row in &mut book.sheets[0].rows[top..] {
                    row.reverse();
                    row.insert(0, SheetCell::empty(CellLook::Plain));
                }
                put(&name, book.to_xlsx().unwrap());
            }
            // The states of the first two duties are one merged cell.
            3 => {
                let merged = "</sheetData><mergeCells count=\"1\"><mergeCell ref=\"F11:F12\"/></mergeCells>";
                filled.states[1] = "";
                put(&name, changed_part(&xlsx(&filled), "xl/worksheets/sheet1.xml", "</sheetData>", merged));
            }
            // One thousand two hundred and thirty-four, or one and a quarter?
            4 => {
                filled.figures[0] = "1.234 ".to_owned();
                put(&name, xlsx(&filled));
            }
            // The first sheet as text, with semicolons.
            5 => put("so-05.csv", as_csv(&plain(&filled))),
            6 => put("so-06.ods", as_ods(&plain(&filled))),
            // A form of before the corpus was changed: the second duty had other words.
            7 => {
                let mut former = questions.clone();
                former.duties[1].duty = "Cơ quan phải đo đạc".to_owned();
                put(&name, office.form(&former, &id, None, &filled).to_xlsx().unwrap());
            }
            // Two forms; the later says that the first duty is not done after all.
            8 => {
                put("so-08 (1).xlsx", xlsx(&filled));
                (filled.states[0], filled.dated) = ("Chưa làm", "ngày 21 tháng 6 năm 2030");
                put("so-08 (2).xlsx", xlsx(&filled));
            }
            // Two forms of the same day.
            9 => {
                put("so-09 (1).xlsx", xlsx(&filled));
                filled.states[0] = "chưa làm";
                put("so-09 (2).xlsx", xlsx(&filled));
            }
            10 => put("so-10.pdf", b"%PDF-1.7\n".to_vec()),
            11 => {
                let whole = xlsx(&filled);
                put(&name, whole[..whole.len() / 2].to_vec());
            }
            // Somebody copied the table into a new file.
            12 => {
                let mut book = plain(&filled);
                let top = book.sheets[0].frozen_rows - 1;
                book.sheets[0].rows.drain(..top);
                book.sheets.truncate(1);
                put(&name, book.to_xlsx().unwrap());
            }
            13 => put(&name, office.form(&questions, &id, Some("dot-2"), &filled).to_xlsx().unwrap()),
            // A remark under the table.
            14 => {
                let mut book = plain(&filled);
                book.sheets[0].rows.push(vec![SheetCell::text("Sở mới chuyển trụ sở.", CellLook::Plain)]);
                put(&name, book.to_xlsx().unwrap());
            }
            15 => {
                filled.states[0] = "cơ bản xong";
                put(&name, xlsx(&filled));
            }
            _ => put(&name, xlsx(&filled)),
        }
    }
    put("~$so-16.xlsx", b"\x06Lan".to_vec());
}

#[test]
fn forty_forms_with_everything_that_happens_to_forms() {
    let office = AnswerOffice::new(&ids(63));
    returned(&office);
    let ran = office.collect(&["phieu"]).must(1);
    for said in [
        "phieu/so-03.xlsx: Trách nhiệm!F11: lỗi CN958",
        "phieu/so-04.xlsx: Số liệu!D3: lỗi CN964: `1.234`",
        "phieu/so-07.xlsx: cảnh báo CN953",
        "phieu/so-07.xlsx: Trách nhiệm!C12: lỗi CN956",
        "Bỏ qua: Sở Ví Dụ so-08 (phieu/so-08 (1).xlsx)",
        "phieu/so-09 (1).xlsx: lỗi CN967: đơn vị `so-09` đã có phiếu khác: phieu/so-09 (2).xlsx",
        "phieu/so-09 (2).xlsx: lỗi CN967",
        "phieu/so-10.pdf: lỗi CN950: không đọc được như một bảng tính: đây là tệp loại khác",
        "phieu/so-11.xlsx: lỗi CN950: không đọc được như một bảng tính: tệp hỏng",
        "phieu/so-12.xlsx: lỗi CN951",
        "phieu/so-13.xlsx: lỗi CN966: phiếu của ấn bản `so-tay`, đợt `dot-2`",
        "camnang collect --edition so-tay --round dot-2 …",
        "phieu/so-14.xlsx: Trách nhiệm!A14: cảnh báo CN960",
        "phieu/so-15.xlsx: Trách nhiệm!F11: lỗi CN962: `cơ bản xong`",
        "Nhận 35 phiếu; 1 đã có hoặc cũ hơn; 6 tệp không nhận; 6 chỗ phải xem.",
    ] {
        assert!(ran.out.contains(said), "{said}\n{}", ran.out);
    }

    // Written by hand: of forty, five could not be taken; what is wrong in the others takes an answer from the count.
    let json: serde_json::Value = serde_json::from_str(&report(&office, &["--format", "json"])).unwrap();
    let duty = |at: usize| {
        let keys = ["asked", "done", "part", "not_done", "not_applicable", "unanswered"];
        keys.map(|key| json["duties"][at][key].as_u64().unwrap())
    };
    assert_eq!(duty(0), [63, 32, 0, 1, 0, 30], "without 3 and 15, and 8 has not done it");
    assert_eq!(duty(1), [63, 0, 15, 18, 0, 30], "without 3 and 7");
    assert_eq!(duty(2), [63, 0, 0, 0, 7, 56]);
    let figure = |at: usize| (json["figures"][at]["sum"].clone(), json["figures"][at]["given"].as_u64().unwrap());
    assert_eq!(figure(0), ("756".into(), 33), "1 + … + 40, without 9 to 13, 4 and 5");
    assert_eq!(figure(1), ("62.5".into(), 25));
    let states =
        |state: &str| json["departments"].as_array().unwrap().iter().filter(|line| line["state"] == state).count();
    assert_eq!((states("form"), states("silent")), (35, 28));
    let text = report(&office, &[]);
    assert!(text.contains("Đã trả lời 35/63 đơn vị.") && text.contains("- Số máy chủ: 756 máy, 33/63"), "{text}");
    assert!(text.contains("- Diện tích phòng máy: 62,5, 25/63"), "{text}");
}

fn report(office: &AnswerOffice, args: &[&str]) -> String {
    office.run(&[&["report", "answers", "--edition", "so-tay"], args].concat()).must(0).out
}

#[test]
fn a_second_run_takes_nothing_twice_and_a_correction_replaces() {
    let office = AnswerOffice::new(&ids(3));
    let questions = office.questions();
    let mut filled = answers(1);
    let write = |name: &str, filled: &Filled<'_>| {
        put(&office.path(name), office.form(&questions, "so-01", None, filled).to_xlsx().unwrap());
    };
    write("a.xlsx", &filled);
    office.collect(&["a.xlsx"]).must(0);
    let journal = fs::read_to_string(office.path("handout/so-tay.jsonl")).unwrap();
    let again = office.collect(&["a.xlsx"]).must(0);
    assert!(again.out.contains("Nhận 0 phiếu; 1 đã có"), "{}", again.out);
    assert_eq!(fs::read_to_string(office.path("handout/so-tay.jsonl")).unwrap(), journal);
    let kept: Vec<_> = fs::read_dir(office.path("handout/so-tay.answers")).unwrap().collect();
    assert_eq!(kept.len(), 1);

    filled.states[0] = "chưa làm";
    write("b.xlsx", &filled);
    let refused = office.collect(&["b.xlsx"]).must(1);
    assert!(refused.out.contains("CN967") && refused.out.contains("a.xlsx"), "{}", refused.out);
    office.collect(&["b.xlsx", "--replace"]).must(0);
    assert!(report(&office, &[]).contains("đã làm 0, đang làm 0, chưa làm 1"));
    // The state of the hand-out knows of the answer as well.
    let status = office.run(&["handout", "--edition", "so-tay", "--status"]).must(0);
    assert!(status.out.contains("1 có phiếu báo cáo"), "{}", status.out);

    fs::write(fs::read_dir(office.path("handout/so-tay.answers")).unwrap().last().unwrap().unwrap().path(), "x")
        .unwrap();
    fs::remove_dir_all(office.path("handout/so-tay.answers")).unwrap();
    let lost = office.run(&["report", "answers", "--edition", "so-tay"]).must(2);
    assert!(lost.err.contains("so-tay.answers") && lost.err.contains("b.xlsx"), "{}", lost.err);
}

fn message(from: &str) -> MessageBuilder<'_> {
    MessageBuilder::new().from(from).to("vp@bo.example").subject("Trả lời").text_body("Xin gửi phiếu.")
}

#[test]
fn messages_with_forms() {
    let office = AnswerOffice::new(&ids(4));
    let questions = office.questions();
    let form = |id: &str| office.form(&questions, id, None, &answers(1));
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    let write =
        |name: &str, message: MessageBuilder<'_>| put(&office.path("thu").join(name), message.write_to_vec().unwrap());
    // By its id, whoever sends it.
    let own = message("lan@ngoai.example").attachment("image/png", "chu-ky.png", b"\x89PNG".as_slice());
    write("1.eml", own.attachment(kind, "Phiếu đã điền.xlsx", form("so-01").to_xlsx().unwrap()));
    // By the address, since the id is gone.
    let mut bare = form("so-02");
    let top = bare.sheets[0].frozen_rows - 1;
    bare.sheets[0].rows.drain(..top);
    bare.sheets.truncate(1);
    write("2.eml", message("Van-Thu@so-02.example").attachment(kind, "a.xlsx", bare.to_xlsx().unwrap()));
    write("3.eml", message("ai-do@ngoai.example").attachment(kind, "a.xlsx", bare.to_xlsx().unwrap()));
    write("4.eml", message("van-thu@so-04.example"));
    put(&office.path("thu/5.eml"), "khong phai thu");
    let ran = office.collect(&["--from-mail", "thu"]).must(1);
    for said in [
        "Đã nhận: Sở Ví Dụ so-01 (thu/1.eml: Phiếu đã điền.xlsx): trả lời 2/3 việc, 2 số liệu.",
        "Đã nhận: Sở Ví Dụ so-02 (thu/2.eml: a.xlsx): trả lời 2/3 việc, 0 số liệu.",
        "thu/3.eml: a.xlsx: lỗi CN951",
        "thu/4.eml: lỗi CN968: thư không có phiếu nào: không đính kèm tệp nào",
        "thu/5.eml: lỗi CN968",
    ] {
        assert!(ran.out.contains(said), "{said}\n{}", ran.out);
    }
}

#[test]
fn rounds_are_kept_apart_and_compared() {
    let office = AnswerOffice::new(&ids(3));
    office.hand_out("so-tay@dot-2", &ids(3));
    let questions = office.questions();
    for (round, states) in [(None, ["chưa làm", "", ""]), (Some("dot-2"), ["đã làm", "", ""])] {
        let filled = Filled { states, figures: ["10".to_owned(), String::new()], dated: "20/06/2030" };
        put(&office.path("a.xlsx"), office.form(&questions, "so-01", round, &filled).to_xlsx().unwrap());
        let option = round.map_or_else(Vec::new, |round| vec!["--round", round]);
        office.collect(&[&option[..], &["a.xlsx"]].concat()).must(0);
    }
    assert!(office.path("handout/so-tay@dot-2.jsonl").is_file());
    let text = report(&office, &["--round", "dot-2", "--since", "-"]);
    assert!(text.contains("đợt dot-2") && text.contains("Đã trả lời 1/3 đơn vị (đợt trước 1)."), "{text}");
    assert!(
        text.contains("đã làm 1 (đợt trước 0)") && text.contains("- Số máy chủ: 10 máy (đợt trước 10), 1/3"),
        "{text}"
    );
    office.run(&["report", "answers", "--edition", "so-tay", "--round", "Đợt 2"]).must(2);
    office.run(&["report", "answers", "--edition", "so-tay", "--format", "xlsx"]).must(2);
    office.run(&["report", "answers", "--edition", "so-tay", "--format", "xlsx", "--to", "a/bang.xlsx"]).must(0);
    let sheets = camnang::internals::spreadsheet::read(&fs::read(office.path("a/bang.xlsx")).unwrap()).unwrap();
    assert_eq!(
        (sheets.len(), sheets[0].text(2, 1), sheets[2].text(2, 2)),
        (3, "Sở Ví Dụ so-01".to_owned(), "10".to_owned())
    );
    assert!(
        report(&office, &["--format", "csv"])
            .contains("\r\nso-01,Sở Ví Dụ so-01,,,form,2030-06-20,,0,,not-done,,,10,\r\n")
    );
}

/// Two departments became one after they were asked: what the old ones answer is shown with the new one, and counts for
/// nobody else.
#[test]
fn a_department_that_merged_into_another() {
    let office = AnswerOffice::new(&["so-moi".to_owned()]);
    let questions = office.questions();
    put(&office.path("a.xlsx"), office.form(&questions, "so-cu-mot", None, &answers(1)).to_xlsx().unwrap());
    put(&office.path("b.xlsx"), office.form(&questions, "so-la", None, &answers(1)).to_xlsx().unwrap());
    let ran = office.collect(&["a.xlsx", "b.xlsx"]).must(1);
    assert!(
        ran.out.contains("Đã nhận: Sở Cũ tỉnh Một (a.xlsx)")
            && ran.out.contains("b.xlsx: lỗi CN965: đợt này không có đơn vị `so-la`"),
        "{}",
        ran.out
    );
    let json: serde_json::Value = serde_json::from_str(&report(&office, &["--format", "json"])).unwrap();
    assert_eq!(json["departments"][0]["state"], "former");
    assert_eq!(json["departments"][0]["former"][0], "Sở Cũ tỉnh Một");
    assert_eq!((&json["duties"][0]["asked"], &json["duties"][0]["unanswered"]), (&1.into(), &1.into()));
    let text = report(&office, &[]);
    assert!(text.contains("Sở Ví Dụ so-moi (so-moi): đơn vị cũ đã trả lời: Sở Cũ tỉnh Một"), "{text}");
}

#[test]
fn without_the_section_nothing_is_asked() {
    let office = AnswerOffice::new(&ids(1));
    fs::remove_file(office.path("corpus/settings.yaml")).unwrap();
    let ran = office.collect(&["corpus"]).must(2);
    assert!(ran.err.contains("không có phần answers"), "{}", ran.err);
    let explained = office.run(&["explain", "CN964"]).must(0);
    assert!(explained.out.starts_with("CN964 (error)"), "{}", explained.out);
}
