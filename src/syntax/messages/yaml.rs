//! Codes and sentences about a record: its YAML and the form of its values.

use crate::diag::codes;

codes! {
    YAML_SYNTAX = "CN101" Error {
        vi: "không đọc được YAML: {reason}" => "{advice}",
            "Khi YAML sai cú pháp thì không đọc được gì thêm từ phần này của tệp.";
        en: "the YAML cannot be read: {reason}" => "{advice}",
            "Nothing more can be read from this part of the file when its YAML syntax is wrong.";
        example: "title: Mua sắm: thiết bị  →  title: \"Mua sắm: thiết bị\""
    }
    NO_HEADER = "CN102" Error {
        vi: "tệp thiếu phần đầu (các khoá giữa hai dòng ---)" => "{advice}",
            "Không có phần đầu thì không biết đây là đơn vị nào của văn bản nào.";
        en: "the file has no header (the keys between two --- lines)" => "{advice}",
            "Without a header it is unknown which unit of which instrument this is.";
        example: "---\nid: nd-1-2020.dieu-1\n…\n---\nNội dung."
    }
    OPEN_HEADER = "CN103" Error {
        vi: "phần đầu tệp không có dòng --- kết thúc" => "thêm một dòng chỉ gồm --- sau khoá cuối cùng, trước dòng đầu của nội dung",
            "Không có dòng kết thúc thì phần đầu và nội dung lẫn vào nhau.";
        en: "the header has no closing --- line" => "add a line of just --- after the last key, above the first line of the text",
            "Without a closing line the header and the text run into each other.";
        example: "---\nid: nd-1-2020.dieu-1\n---"
    }
    UNKNOWN_KEY = "CN104" Error {
        vi: "khoá `{key}` không có trong {record}" => "{advice}",
            "Khoá gõ nhầm mà được bỏ qua thì điều nó nói sẽ mất; vì vậy khoá lạ là lỗi.";
        en: "there is no key `{key}` in {record}" => "{advice}",
            "If a mistyped key were ignored, what it says would be lost; so an unknown key is an error.";
        example: "topcis: [mua-sam]  →  topics: [mua-sam]"
    }
    FORMER_ORIGINAL = "CN412" Error {
        vi: "khoá `original` không còn dùng" => "xoá khoá này; bản gốc nay là tệp đã nhận của văn bản, đưa vào kho bằng camnang import TỆP --instrument ID",
            "Mã băm ghi ở đây là của văn bản đã chuẩn hoá, nên không so được với mã của tệp đã nhận; nay mã băm nằm trong hồ sơ của bản gốc.";
        en: "the key `original` is no longer used" => "delete it; the original is now the received file of the instrument, brought in by camnang import FILE --instrument ID",
            "Its hash was that of a normalised text, which cannot be compared with that of the received file; that hash is now in the record of the original.";
        example: "original: {file: originals/nd-1-2030.txt, sha256: …}"
    }
    DUPLICATE_KEY = "CN105" Error {
        vi: "khoá `{key}` viết hai lần (lần đầu ở dòng {line})" => "giữ một khoá, gộp hai giá trị nếu cần",
            "Máy không thể biết giá trị nào là đúng.";
        en: "the key `{key}` stands twice (first on line {line})" => "keep one, and merge the two values where needed",
            "It is unclear which of the values is meant.";
        example: "topics: [mua-sam]\ntopics: [thiet-bi]  →  topics: [mua-sam, thiet-bi]"
    }
    MISSING_KEY = "CN106" Error {
        vi: "{record} thiếu khoá bắt buộc `{key}`" => "{advice}",
            "Khoá bắt buộc là điều người đọc ấn phẩm cần thấy; chưa biết thì phải nói là chưa biết.";
        en: "{record} lacks the required key `{key}`" => "{advice}",
            "A required key is what the reader of the booklet needs; what is not known must be said to be unknown.";
        example: "checked-on: 2026-11-23"
    }
    EMPTY_VALUE = "CN107" Error {
        vi: "khoá `{key}` chưa có giá trị" => "{advice}",
            "Giá trị trống không phân biệt được «không có» với «chưa biết» hay «quên».";
        en: "the key `{key}` has no value" => "{advice}",
            "An empty value does not distinguish «none» from «unknown» or «forgotten».";
        example: "signer:  →  signer: {unknown: Chưa thấy khối chữ ký}"
    }
    WRONG_TYPE = "CN108" Error {
        vi: "`{key}` phải là {expected}, ở đây lại là {found}" => "viết {form}",
            "Mỗi khoá có một kiểu giá trị, để cùng một điều luôn được viết một cách.";
        en: "`{key}` must be {expected}, but here it is {found}" => "write {form}",
            "Every key has one type of value, so that the same thing is always written the same way.";
        example: "topics: mua-sam  →  topics: [mua-sam]"
    }
    YAML_FEATURE = "CN109" Error {
        vi: "kho ngữ liệu không dùng {feature}" => "{advice}",
            "Tham chiếu và nhãn làm một giá trị nằm ở chỗ khác chỗ người đọc thấy, và có thể phình to vô hạn.";
        en: "the corpus does not use {feature}" => "{advice}",
            "References and tags put a value elsewhere than where a reader sees it, and can blow up without bound.";
        example: "topics: *chung  →  topics: [mua-sam]"
    }
    TOO_DEEP = "CN110" Error {
        vi: "dữ liệu lồng nhau quá sâu hoặc quá nhiều (giới hạn: {limit})" => "viết phẳng hơn, theo mẫu trong corpus/README.md",
            "Không bản ghi nào của kho cần lồng sâu như vậy; giới hạn này chặn tệp độc hại hoặc hỏng.";
        en: "the data is nested too deeply, or there is too much of it (limit: {limit})" => "write it flatter, as in corpus/README.md",
            "No record of the corpus needs this; the bound keeps out malicious or damaged files.";
        example: "[[[[[[[[[[…"
    }
    BAD_ID = "CN111" Error {
        vi: "`{id}` không dùng làm id được" => "viết `{suggestion}` (chỉ chữ thường không dấu và chữ số, nối với nhau bằng một dấu - hoặc một dấu chấm)",
            "Id là địa chỉ vĩnh viễn trên web và tên tệp trên mọi máy, nên chỉ gồm chữ thường không dấu, chữ số, - và dấu chấm.";
        en: "`{id}` cannot be an id" => "write `{suggestion}` (only small letters without accents and digits, joined by a single - or full stop)",
            "An id is a permanent web address and a file name on every machine, so it has only lower-case ASCII letters, digits, - and dots.";
        example: "id: NĐ 72/2013  →  id: nd-72-2013"
    }
    BAD_DATE = "CN112" Error {
        vi: "`{text}` không phải một ngày" => "viết năm-tháng-ngày, như 2024-12-25{suggestion}",
            "01/07/2026 có nơi đọc là 1 tháng 7, có nơi là 7 tháng 1; dạng năm-tháng-ngày chỉ đọc được một cách.";
        en: "`{text}` is not a date" => "write year-month-day, such as 2024-12-25{suggestion}",
            "01/07/2026 is the 1st of July to some and the 7th of January to others; year-month-day reads one way only.";
        example: "issued: 15/7/2013  →  issued: 2013-07-15"
    }
    UNKNOWN_WITHOUT_REASON = "CN113" Error {
        vi: "`{key}` chưa biết nhưng không nói lý do" => "viết `{key}: {unknown: lý do ngắn gọn}`",
            "«Chưa biết» là một thông tin: người sau cần biết đã tìm ở đâu và thiếu gì.";
        en: "`{key}` is unknown, without a reason" => "write `{key}: {unknown: a short reason}`",
            "«Unknown» is information: the next editor needs to know where one has looked and what is missing.";
        example: "issued: unknown  →  issued: {unknown: Chưa thấy bản gốc}"
    }
    NOT_IN_LIST = "CN114" Error {
        vi: "khoá `{key}` không nhận giá trị `{text}`" => "{advice}",
            "Khoá này chỉ nhận các giá trị trong danh sách đóng.";
        en: "the key `{key}` does not take the value `{text}`" => "{advice}",
            "This key takes the values of a closed list only.";
        example: "wording: sumary  →  wording: summary"
    }
    FILE_NAME = "CN115" Error {
        vi: "id `{id}` không khớp tên tệp" => "đổi tên tệp thành `{path}`, hoặc sửa id",
            "Tên tệp bằng id thì ai cũng tìm được bản ghi mà không cần công cụ.";
        en: "the id `{id}` does not fit the file's name" => "rename the file to `{path}`, or fix the id",
            "Where the file's name is the id, everyone finds a record without a tool.";
        example: "instruments/nghi-dinh.yaml (id: nd-72-2013)  →  instruments/nd-72-2013.yaml"
    }
    BAD_LOCATOR = "CN116" Error {
        vi: "`{text}` không phải một vị trí trong văn bản: {problem}" => "viết từ nhỏ đến lớn, như «điểm e khoản 2 Điều 48» hoặc «mục 1.11 Phụ lục»{unknown}",
            "Vị trí được đọc để đánh số, sắp xếp, dẫn chiếu; viết sai thì người đọc tra không ra (Nghị định 34/2016/NĐ-CP, Điều 62 và Điều 75).";
        en: "`{text}` is no place in an instrument: {problem}" => "write from small to large, such as «điểm e khoản 2 Điều 48» or «mục 1.11 Phụ lục»{unknown}",
            "The place is read for numbering, order and links; a wrong one cannot be looked up (Decree 34/2016/NĐ-CP, articles 62 and 75).";
        example: "at: điểm 2 khoản a Điều 5  →  at: điểm a khoản 2 Điều 5"
    }
    LOCATOR_FORM = "CN117" Note {
        vi: "vị trí `{text}` đọc được, nhưng nên viết theo dạng chuẩn" => "viết `{canonical}`",
            "Điểm, khoản viết thường, Điều viết hoa, từ nhỏ đến lớn.";
        en: "the place `{text}` is understood, but not in the standard form" => "write `{canonical}`",
            "Điểm and khoản are lower case, Điều has a capital, from small to large.";
        example: "at: Điều 16 khoản 2  →  at: khoản 2 Điều 16"
    }
    BAD_NUMBER = "CN118" Error {
        vi: "`{text}` không phải số, ký hiệu văn bản" => "viết như trên văn bản: 72/2013/NĐ-CP, 24/2023/QH15, 433/QĐ-BTTTT, QCVN 89:2015/BTTTT{unknown}",
            "Số, ký hiệu dùng để nhận ra viện dẫn tới văn bản này ở mọi nơi trong kho.";
        en: "`{text}` is no document number" => "write it as on the document: 72/2013/NĐ-CP, 24/2023/QH15, 433/QĐ-BTTTT, QCVN 89:2015/BTTTT{unknown}",
            "The number is how citations of this instrument are recognised everywhere in the corpus.";
        example: "number: 72-2013-NĐCP  →  number: 72/2013/NĐ-CP"
    }
    SEVERAL_DOCUMENTS = "CN119" Error {
        vi: "tệp chứa nhiều bản ghi YAML (một dòng --- ở giữa)" => "tách mỗi bản ghi ra một tệp; nếu chỉ có một bản ghi thì xoá dòng --- này",
            "Một tệp là một bản ghi.";
        en: "the file holds several YAML documents (a --- line in the middle)" => "put each record into a file of its own; if there is only one, delete this --- line",
            "One file is one record.";
        example: "id: a\n---\nid: b  →  a.yaml, b.yaml"
    }
    BAD_HASH = "CN120" Error {
        vi: "`{text}` không phải mã băm SHA-256" => "viết đủ 64 ký tự 0-9, a-f; lấy bằng lệnh sha256sum TỆP (Windows: certutil -hashfile TỆP SHA256)",
            "Mã băm chứng tỏ bản gốc đã lưu không bị sửa.";
        en: "`{text}` is no SHA-256 hash" => "write all 64 characters 0-9, a-f; `sha256sum FILE` prints them (Windows: certutil -hashfile FILE SHA256)",
            "The hash proves that the stored original was not altered.";
        example: "sha256: abc  →  sha256: e3b0c442…b855"
    }
    EMPTY_FILE = "CN121" Error {
        vi: "tệp trống" => "điền các khoá theo mẫu trong corpus/README.md, hoặc xoá tệp",
            "Một bản ghi trống không nói gì.";
        en: "the file is empty" => "fill in the keys as in corpus/README.md, or delete the file",
            "An empty record says nothing.";
        example: "vocabulary.yaml (0 byte)"
    }
    ID_PREFIX = "CN122" Error {
        vi: "id `{id}` phải bắt đầu bằng id của văn bản" => "viết `{expected}`",
            "Id của trích dẫn gồm id văn bản, dấu chấm và tên tệp; nhờ vậy địa chỉ nói ngay đó là văn bản nào.";
        en: "the id `{id}` must begin with its instrument's id" => "write `{expected}`",
            "An excerpt's id is its instrument's id, a dot, and the file's name, so that the address names the instrument.";
        example: "id: dieu-18  →  id: nd-72-2013.dieu-18"
    }
    DUPLICATE_ITEM = "CN123" Error {
        vi: "`{text}` viết hai lần trong danh sách" => "xoá một mục, hoặc đặt tên khác cho mục này",
            "Mỗi chủ đề, đối tượng, mức và mỗi từ được giải thích chỉ có một mục; hai mục cùng tên thì không biết mục nào đúng.";
        en: "`{text}` stands twice in the list" => "delete one of the two, or give this one another name",
            "Every topic, audience, level and every term explained has one item; of two with one name it is unclear which is meant.";
        example: "- {id: co-quan, name: Cơ quan} … - {id: co-quan, name: Cơ quan khác}"
    }
    EMPTY_HEADER = "CN124" Error {
        vi: "phần đầu tệp không có khoá nào" => "điền các khoá giữa hai dòng --- theo mẫu trong corpus/README.md, hoặc xoá tệp; dòng bắt đầu bằng dấu # chỉ là lời nhắn",
            "Không có khoá thì không biết nội dung bên dưới là gì, và nó sẽ không có trong ấn phẩm.";
        en: "the header has no keys" => "write the keys between the two --- lines as in corpus/README.md, or delete the file; a line that begins with # is only a remark",
            "Without keys it is unknown what the text below is, and the booklet would go without it.";
        example: "---\n# id: nd-1-2020.dieu-1\n---\nNội dung.  →  ---\nid: nd-1-2020.dieu-1\n…"
    }
    RESERVED_ID = "CN125" Error {
        vi: "id `{id}` không dùng được: {reason}" => "đặt id khác, như `{suggestion}`",
            "Id thành tên tệp và tên thư mục trên mọi máy. Windows giữ các tên con, prn, aux, nul, com0–com9, lpt0–lpt9 cho thiết bị, kể cả khi có đuôi; công cụ giữ vài tên cho thư mục của mình; null, true, false, yes, no, on, off, y, n là giá trị khác trong YAML.";
        en: "the id `{id}` cannot be used: {reason}" => "choose another id, such as `{suggestion}`",
            "An id becomes the name of files and folders on every machine. Windows keeps con, prn, aux, nul, com0–com9 and lpt0–lpt9 for devices, with whatever ending; the tool keeps some names for folders of its own; null, true, false, yes, no, on, off, y and n are other values in YAML.";
        example: "id: con  →  id: con-so"
    }
    CURLY_QUOTES = "CN126" Warning {
        vi: "giá trị của `{key}` nằm trong dấu nháy cong “ ”" => "viết {instead}",
            "YAML chỉ hiểu dấu nháy thẳng \" và '; dấu nháy cong là một phần của giá trị và sẽ được in ra. Word hay tự đổi dấu nháy thẳng thành cong.";
        en: "the value of `{key}` is in curly quotes “ ”" => "write {instead}",
            "YAML knows straight quotes only, \" and '; curly ones are part of the value and are printed. Word likes to bend straight quotes.";
        example: "level: “bat-buoc”  →  level: bat-buoc"
    }
    DUTY_OF_NOBODY = "CN221" Error {
        vi: "việc này chưa nói ràng buộc đối tượng nào" => "thêm `{list}` sau who, rồi bỏ đối tượng mà điều khoản không giao việc này",
            "Một trích dẫn có thể liên quan nhiều đối tượng mà chỉ giao việc cho một; danh sách việc của từng đối tượng lấy từ đây, nên không được đoán.";
        en: "the duty does not say which audiences it binds" => "add `{list}` after who, then drop the audiences to which the provision does not give this duty",
            "An excerpt may concern several audiences and bind one of them; the list of duties of each audience is made from this, so it is not guessed.";
        example: "{who: Bộ, what: …, level: bat-buoc}  →  {who: Bộ, audiences: [bo-chu-quan], what: …, level: bat-buoc}"
    }
}
