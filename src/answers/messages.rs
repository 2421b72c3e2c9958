//! Codes and sentences about forms that came back. They are about files of departments and not about the corpus: `camnang
//! check` never finds them.

use crate::diag::{Bilingual, codes};
use crate::spreadsheet::TableFormatFault;

codes! {
    NOT_A_TABLE = "CN950" Error {
        vi: "không đọc được như một bảng tính: {why}" => "{advice}",
            "Phiếu trả lời là tệp XLSX, ODS hoặc CSV. Tệp khác có thể là công văn, ảnh chụp hay tệp hỏng: phải có người xem.";
        en: "this cannot be read as a table: {why}" => "{advice}",
            "A form that comes back is XLSX, ODS or CSV. Anything else may be a letter, a picture or a damaged file: somebody has to look.";
        example: "phieu.pdf"
    }
    NO_FORM_ID = "CN951" Error {
        vi: "tệp không có mã phiếu" => "tìm dòng «Mã phiếu» trong phiếu đã gửi cho đơn vị và chép vào tệp, rồi đọc lại",
            "Chỉ mã phiếu cho biết tệp là của đơn vị nào, đợt nào; tên tệp và tên trang tính ai cũng đổi được.";
        en: "the file has no id of a form" => "look for the line «Mã phiếu» in the form that was sent to the department, copy it into the file, and collect it again",
            "Only the id of the form says which department and round a file is of; anybody can rename files and sheets.";
        example: "Mã phiếu | camnang/ipv6/2026-q4/so-a/0123456789abcdef"
    }
    SEVERAL_FORM_IDS = "CN952" Error {
        vi: "tệp có nhiều mã phiếu: {ids}" => "tách thành mỗi phiếu một tệp",
            "Một tệp là câu trả lời của một đơn vị. Trang tính chép từ phiếu khác sang thì không biết câu trả lời nào là của ai.";
        en: "the file has several ids of forms: {ids}" => "save each form as a file of its own",
            "A file is the answer of one department. With sheets copied from another form nobody can tell whose answers they are.";
        example: "camnang/ipv6/-/so-a/… và camnang/ipv6/-/so-b/…"
    }
    OTHER_VERSION = "CN953" Warning {
        vi: "phiếu hỏi theo bản `{version}`, nay là `{current}`" => "câu nào vẫn còn nguyên lời thì được tính; câu đã đổi lời hoặc đã bỏ được nêu riêng; câu mới coi như chưa trả lời",
            "Kho đã sửa sau khi phiếu được gửi đi. Câu trả lời cho một câu hỏi khác không được tính vào câu hỏi nay.";
        en: "the form has the questions of version `{version}`, which is now `{current}`" => "questions whose words are the same are counted; those that were changed or dropped are named; new ones have no answer",
            "The corpus was changed after the form was sent. An answer to another question must not be counted for this one.";
        example: "Mã phiếu | …/0123456789abcdef"
    }
    NO_TABLE = "CN954" Error {
        vi: "không có bảng nào với hai cột «Mã» và «Tình trạng», hay «Mã» và «Giá trị»" => "trả lại dòng đầu bảng như trong phiếu đã gửi, hoặc xin đơn vị gửi tệp còn nguyên dòng ấy",
            "Cột được nhận ra theo chữ ở đầu cột, ở bất cứ chỗ nào trong trang tính; không còn chữ ấy thì không biết ô nào là câu trả lời.";
        en: "there is no table with the columns «Mã» and «Tình trạng», or «Mã» and «Giá trị»" => "put the heads back as they are in the form that was sent, or ask the department for a file that still has them",
            "Columns are known by their heads, wherever in the sheet; without them nobody can tell which cell is an answer.";
        example: "Mã | Quy định | Trách nhiệm | … | Tình trạng"
    }
    UNKNOWN_QUESTION = "CN955" Error {
        vi: "không có câu hỏi nào mang mã `{id}`" => "phiếu cũ thì xem câu trả lời này còn cần không; gõ nhầm mã thì sửa theo phiếu đã gửi",
            "Câu trả lời cho câu hỏi không còn, hoặc mã đã bị sửa. Nó không được tính vào đâu cả.";
        en: "there is no question with the id `{id}`" => "in an old form see whether the answer is still needed; if the id was mistyped, correct it by the form that was sent",
            "It answers a question that is gone, or the id was changed. It is counted nowhere.";
        example: "nd-1-2030.dieu-9#1"
    }
    OTHER_WORDS = "CN956" Error {
        vi: "câu `{id}` trong phiếu có lời khác với câu hỏi nay" => "hỏi lại đơn vị theo lời nay; câu trả lời này không được tính",
            "Cùng mã mà khác lời là một câu hỏi khác: kho đã sửa, hoặc ai đó đã sửa phiếu.";
        en: "the question `{id}` has other words in the form than it has now" => "ask the department again by the words of now; this answer is not counted",
            "The same id with other words is another question: the corpus was changed, or somebody changed the form.";
        example: "Cơ quan phải báo cáo  ≠  Cơ quan phải báo cáo trước ngày 15/12"
    }
    TWICE_IN_FORM = "CN957" Error {
        vi: "câu `{id}` được trả lời hai lần khác nhau, lần kia ở ô {other}" => "hỏi đơn vị câu nào đúng, bỏ câu kia; chưa bỏ thì không câu nào được tính",
            "Hai câu trả lời trái nhau cho một câu hỏi: không biết câu nào là của đơn vị.";
        en: "the question `{id}` is answered twice, differently; the other is in cell {other}" => "ask the department which is right and delete the other; until then neither is counted",
            "Two answers to one question disagree: nobody can tell which is the department's.";
        example: "nd-1-2030.dieu-1#1 | đã làm … nd-1-2030.dieu-1#1 | chưa làm"
    }
    MERGED = "CN958" Error {
        vi: "ô trộn {range} trải qua nhiều câu hỏi" => "bỏ trộn ô và ghi câu trả lời ở từng dòng; chưa ghi thì các dòng ấy coi như chưa trả lời",
            "Một câu trả lời cho nhiều dòng: không biết nó nói về dòng nào.";
        en: "the merged cell {range} covers several questions" => "unmerge it and write the answer in each row; until then these rows have no answer",
            "One answer for several rows: nobody can tell which of them it is about.";
        example: "F12:F15 «đã làm»"
    }
    CELL_FAULT = "CN959" Error {
        vi: "ô là một lỗi hoặc công thức không có kết quả: `{text}`" => "ghi giá trị thay cho công thức",
            "Công thức trỏ tới tệp khác không còn cho ra giá trị khi tệp đến đây.";
        en: "the cell is an error, or a formula without a result: `{text}`" => "write the value instead of the formula",
            "A formula that leads to another file has no value any more when the file gets here.";
        example: "#REF!"
    }
    NOT_UNDERSTOOD = "CN960" Warning {
        vi: "không biết ô này trả lời câu nào: «{text}»" => "nếu là câu trả lời thì chuyển vào cột của bảng, nếu là lời nhắn thì đọc và để đó",
            "Ngoài các cột của phiếu, chương trình không đoán một ô nói về điều gì; nó được nêu ra để có người đọc.";
        en: "it is not known what this cell answers: «{text}»" => "if it is an answer move it into a column of the table; if it is a remark read it and leave it",
            "Outside of the columns of the form the program does not guess what a cell is about; it is named so that somebody reads it.";
        example: "Sở chúng tôi mới sáp nhập từ tháng 7"
    }
    NO_STATE = "CN961" Error {
        vi: "câu `{id}` có điền mà không ghi tình trạng" => "hỏi đơn vị rồi chọn tình trạng; chưa chọn thì câu này coi như chưa trả lời",
            "Có ngày hay ghi chú chưa có nghĩa là đã làm xong.";
        en: "the question `{id}` is filled in without its state" => "ask the department and choose a state; until then it has no answer",
            "A day or a remark does not mean that it was done.";
        example: "Tình trạng: (trống) | Ngày làm: 31/01/2030"
    }
    BAD_STATE = "CN962" Error {
        vi: "`{text}` không phải một tình trạng" => "ghi một trong: đã làm, đang làm, chưa làm, không áp dụng",
            "Chỉ bốn từ ấy được cộng; lời khác phải có người hiểu thay chương trình.";
        en: "`{text}` is no state" => "write one of: đã làm, đang làm, chưa làm, không áp dụng",
            "Only these four are counted; anything else has to be understood by a person.";
        example: "cơ bản xong  →  đang làm"
    }
    BAD_DAY = "CN963" Error {
        vi: "`{text}` không phải một ngày" => "viết ngày, tháng, năm đủ bốn số, như 31/01/2030",
            "Thiếu năm, năm hai số, tháng lớn hơn 12 hay một con số trơn đều đọc được theo nhiều cách.";
        en: "`{text}` is no day" => "write day, month and a year of four digits, such as 31/01/2030",
            "Without a year, with one of two digits, with a month above 12 or as a bare number it can be read in several ways.";
        example: "tháng 3  →  31/03/2030"
    }
    BAD_FIGURE = "CN964" Error {
        vi: "`{text}` không phải một số đọc được theo một cách" => "viết chữ số, không dấu chấm giữa các nghìn, dấu phẩy trước phần lẻ: 1234 hoặc 12,5",
            "`1.234` là một nghìn hai trăm ba mươi tư với người này và một phẩy hai ba tư với máy kia; cộng nhầm thì không ai thấy.";
        en: "`{text}` is no number that can be read in one way" => "write digits without points between thousands, and a comma before decimals: 1234 or 12,5",
            "`1.234` is a thousand and more to one reader and little more than one to another; a wrong sum is seen by nobody.";
        example: "1.234  →  1234"
    }
    UNKNOWN_DEPARTMENT = "CN965" Error {
        vi: "đợt này không có đơn vị `{id}`" => "{advice}",
            "Phiếu của đơn vị không được gửi đợt này, và cũng không phải đơn vị cũ mà một đơn vị của đợt này kế tục.";
        en: "this hand-out has no department `{id}`" => "{advice}",
            "The form is of a department that this hand-out does not have, and that none of its departments follows.";
        example: "camnang/ipv6/-/so-x/…"
    }
    OTHER_HANDOUT = "CN966" Error {
        vi: "phiếu của ấn bản `{edition}`, đợt `{round}`" => "đọc bằng: {command}",
            "Mỗi đợt có sổ riêng; câu trả lời của đợt khác không được tính vào đợt này.";
        en: "this is a form of the edition `{edition}`, round `{round}`" => "collect it with: {command}",
            "Each round has a journal of its own; an answer of another round is not counted in this one.";
        example: "camnang/ipv6/2026-q3/so-a/…"
    }
    TWO_ANSWERS = "CN967" Error {
        vi: "đơn vị `{id}` đã có phiếu khác: {other}" => "phiếu sau phải ghi «Ngày điền» muộn hơn; biết chắc phiếu này thay phiếu kia thì thêm --replace",
            "Hai phiếu của một đơn vị cùng ngày điền hoặc không ghi ngày: không biết phiếu nào là câu trả lời cuối.";
        en: "the department `{id}` has another form already: {other}" => "a later form has a later «Ngày điền»; if you know that this one replaces the other add --replace",
            "Two forms of one department have the same day or none: nobody can tell which is its last word.";
        example: "phieu-so-a.xlsx và phieu-so-a (1).xlsx, cùng Ngày điền 31/01/2030"
    }
    BAD_MESSAGE = "CN968" Error {
        vi: "thư không có phiếu nào: {why}" => "mở thư, lưu phiếu ra tệp rồi đọc tệp ấy; không có phiếu thì ghi nhận bằng --received nếu đơn vị trả lời bằng giấy",
            "Thư trả lời mà không kèm phiếu, hoặc kèm tệp khác, vẫn là một câu trả lời: phải có người đọc.";
        en: "the message has no form: {why}" => "open it, save the form as a file and collect that; if there is none, note the answer with --received where it came on paper",
            "An answer without a form, or with another file, is an answer all the same: somebody has to read it.";
        example: "tra-loi.eml (không đính kèm)"
    }
}

/// Why a file is no table, and what to do about it.
pub fn no_table(fault: &TableFormatFault) -> (Bilingual, Bilingual) {
    let (why_vi, why_en, advice_vi, advice_en) = match fault {
        TableFormatFault::OldOrLocked => (
            "tệp Excel đời cũ (.xls) hoặc có mật khẩu",
            "a workbook of an old Excel (.xls), or one with a password",
            "mở bằng Excel hoặc LibreOffice, lưu thành .xlsx không mật khẩu",
            "open it with Excel or LibreOffice and save it as .xlsx without a password",
        ),
        TableFormatFault::Other => (
            "đây là tệp loại khác",
            "it is something else",
            "xem tệp; xin đơn vị gửi phiếu, hoặc ghi nhận bằng --received nếu đơn vị trả lời bằng giấy",
            "look at it; ask the department for the form, or note the answer with --received where it came on paper",
        ),
        TableFormatFault::Encoding => (
            "chữ không phải Unicode",
            "its letters are not Unicode",
            "mở bằng Excel, lưu thành kiểu «CSV UTF-8» hoặc .xlsx",
            "open it with Excel and save it as «CSV UTF-8» or .xlsx",
        ),
        TableFormatFault::TooLarge => (
            "lớn hơn mọi phiếu",
            "it is larger than any form",
            "xem tệp có đúng là phiếu không",
            "see whether it is a form at all",
        ),
        TableFormatFault::Damaged(error) => {
            return (
                Bilingual::new(format!("tệp hỏng ({error})"), format!("it is damaged ({error})")),
                Bilingual::new("xin đơn vị gửi lại", "ask the department to send it again"),
            );
        }
    };
    (Bilingual::new(why_vi, why_en), Bilingual::new(advice_vi, advice_en))
}
