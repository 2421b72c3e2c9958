//! Codes and sentences about received files and their records.

use crate::diag::codes;

codes! {
    FILE_MISSING = "CN900" Error {
        vi: "không có tệp nhận được `{file}`" => "đặt lại đúng tệp ấy, hoặc xoá hồ sơ này và tệp chữ bên cạnh",
            "Hồ sơ bản gốc nói về một tệp trong cùng thư mục; không có tệp thì không đối chiếu được gì.";
        en: "there is no received file `{file}`" => "put the file back, or delete this record and the text beside it",
            "The record of an original is about a file in the same folder; without it nothing can be compared.";
        example: "file: nd-1-2030.docx"
    }
    FILE_CHANGED = "CN901" Error {
        vi: "tệp nhận được `{file}` đã bị thay đổi: mã băm nay là {found}" => "khôi phục tệp cũ (mã băm ghi ở đây); nếu nhận được tệp khác thì nhập nó dưới tên khác bằng camnang import",
            "Bản gốc được giữ nguyên từng byte, để ai cũng tính lại được mã băm và biết trích dẫn lấy từ đâu.";
        en: "the received file `{file}` has changed: its hash is now {found}" => "restore the former file, whose hash is here; if another was received, import it under another name: camnang import",
            "An original is kept byte for byte, so that anybody can compute its hash and see what a quotation was taken from.";
        example: "sha256: e3b0c442…b855"
    }
    TEXT_MISSING = "CN902" Error {
        vi: "không có tệp chữ `{text}` của bản gốc" => "nhập lại tệp nhận được (`{file}` trong kho) bằng camnang import, với cùng --instrument",
            "Trích dẫn được đối chiếu với tệp chữ mà bộ đọc làm ra từ bản gốc.";
        en: "there is no text `{text}` of the original" => "import the received file (`{file}` of the corpus) again: camnang import, with the same --instrument",
            "Quotations are compared with the text that a reader made of the original.";
        example: "text: nd-1-2030.docx.text.txt"
    }
    TEXT_CHANGED = "CN903" Error {
        vi: "tệp chữ `{text}` không còn như bộ đọc đã làm ra" => "đừng sửa tệp này; xoá nó rồi nhập lại tệp nhận được (`{file}` trong kho) bằng camnang import, với cùng --instrument",
            "Tệp chữ là kết quả của bộ đọc, không phải chỗ để sửa: sửa nó thì trích dẫn sai vẫn qua được đối chiếu.";
        en: "the text `{text}` is no longer as the reader made it" => "do not edit it; delete it and import the received file (`{file}` of the corpus) again: camnang import, with the same --instrument",
            "The text is what a reader made, and no place for edits: if it were edited, a false quotation could pass.";
        example: "text-sha256: e3b0c442…b855"
    }
    TRACKED = "CN904" Warning {
        vi: "tệp `{path}` còn thay đổi đang theo dõi, đã đọc như được chấp nhận: {changes}" => "so với bản công bố; nếu đúng thì ghi một mục miễn trong waivers.yaml, nếu không thì lấy bản chính thức",
            "Bản Word còn Track Changes thường là bản dự thảo: một chữ «không» bị xoá hay thêm là đổi cả quy định.";
        en: "the file `{path}` still has tracked changes, which were read as accepted: {changes}" => "compare it with the published text; if that agrees, waive this in waivers.yaml, or else get the official file",
            "A Word file with tracked changes is mostly a draft: one «không» more or less turns a provision round.";
        example: "tracked-changes: [\"xoá: không\"]"
    }
    NO_RECORD = "CN905" Warning {
        vi: "tệp `{path}` nằm trong originals/ mà chưa được nhập" => "chuyển nó ra ngoài rồi nhập: camnang import TỆP --instrument {instrument}",
            "Chỉ tệp đã nhập mới có mã băm, tệp chữ và hồ sơ; tệp chép thẳng vào thì công cụ không đọc.";
        en: "the file `{path}` lies in originals/ and was not imported" => "move it out and import it: camnang import FILE --instrument {instrument}",
            "Only a file that was imported has a hash, a text and a record; one that is just copied there is not read.";
        example: "originals/nd-1-2030/nd-1-2030.docx"
    }
    NO_INSTRUMENT = "CN906" Warning {
        vi: "bản gốc của `{id}` có trong kho mà văn bản ấy chưa có hồ sơ" => "tạo hồ sơ: camnang new instrument, với id này",
            "Bản gốc thuộc về một văn bản có hồ sơ: hiệu lực và cách dẫn lấy từ đó.";
        en: "there is an original of `{id}`, and no record of that instrument" => "make one: camnang new instrument, with this id",
            "An original belongs to an instrument with a record, which says its validity and how it is cited.";
        example: "instrument: nd-1-2030"
    }
    TEXT_WITHOUT_RECORD = "CN907" Error {
        vi: "tệp chữ `{path}` không có hồ sơ: không biết đọc từ tệp nào ra" => "xoá nó, rồi nhập tệp nhận được: camnang import TỆP --instrument {instrument}",
            "Lời trích chỉ đối chiếu với tệp chữ mà bộ đọc làm ra từ một tệp nhận được; tệp chữ gõ tay thì ai muốn trích sao cũng được.";
        en: "the text `{path}` has no record, which would say what file it was read from" => "delete it and import the received file: camnang import FILE --instrument {instrument}",
            "Quotations are compared only with a text that a reader made of a received file; with one typed by hand anything could be quoted.";
        example: "originals/nd-1-2030/nd-1-2030.docx.text.txt"
    }
    TEXT_MISNAMED = "CN910" Error {
        vi: "tệp chữ `{text}` không mang tên của tệp nhận được" => "ghi text: {wanted}; nếu chưa có tệp ấy thì nhập lại tệp nhận được (`{file}` trong kho) bằng camnang import",
            "Mỗi tệp nhận được có tệp chữ riêng mang tên nó; hai hồ sơ chung một tệp chữ thì không biết chữ ấy của bản nào.";
        en: "the text `{text}` does not have the name of the received file" => "write text: {wanted}; if there is no such file, import the received one (`{file}` of the corpus) again: camnang import",
            "Each received file has a text of its own with its name; a text that two records share is that of neither.";
        example: "text: nd-1-2030.docx.text.txt"
    }
}
