//! Codes and sentences about several files: ids that clash, references that lead nowhere.

use crate::diag::codes;

codes! {
    DUPLICATE_ID = "CN301" Error {
        vi: "id `{id}` đã có ở {other}" => "{advice}",
            "Id là địa chỉ vĩnh viễn; hai bản ghi không thể ở cùng một địa chỉ.";
        en: "the id `{id}` is taken by {other}" => "{advice}",
            "An id is a permanent address; two records cannot live at one.";
        example: "id: nd-1-2020.dieu-1 (hai tệp)"
    }
    NO_INSTRUMENT = "CN302" Error {
        vi: "không có văn bản `{id}` trong kho" => "{advice}",
            "Mọi trích dẫn thuộc một văn bản đã có hồ sơ, vì hiệu lực và cách viện dẫn lấy từ hồ sơ đó.";
        en: "there is no instrument `{id}` in the corpus" => "{advice}",
            "Every excerpt belongs to an instrument with a record, since its validity and its citation come from there.";
        example: "instrument: nd-27-2013  →  instrument: nd-72-2013"
    }
    NO_TAG = "CN303" Error {
        vi: "`{id}` không có trong {list} của vocabulary.yaml" => "{advice}",
            "Chủ đề, đối tượng và mức là danh sách đóng; nhờ vậy không trích dẫn nào lạc khỏi chương của nó vì gõ nhầm.";
        en: "`{id}` is not among the {list} of vocabulary.yaml" => "{advice}",
            "Topics, audiences and levels are closed lists, so that no excerpt strays from its chapter by a slip of the keys.";
        example: "topics: [mua-sám]  →  topics: [mua-sam]"
    }
    NO_EXCERPT = "CN304" Error {
        vi: "không có trích dẫn `{id}` trong kho" => "{advice}",
            "Một tham chiếu không dẫn tới đâu là lời hứa hụt với người đọc.";
        en: "there is no excerpt `{id}` in the corpus" => "{advice}",
            "A reference that leads nowhere is a broken promise to the reader.";
        example: "[[nd-72-2013.dieu-81]]  →  [[nd-72-2013.dieu-18.khoan-3]]"
    }
    NO_GUIDANCE = "CN305" Error {
        vi: "không có bài hướng dẫn `{id}` trong guidance/" => "{advice}",
            "Ấn bản nhắc tới bài này nhưng không có bài để in.";
        en: "there is no guidance `{id}` in guidance/" => "{advice}",
            "The edition names a text that is not there to be printed.";
        example: "intro: gioi-thieu  →  tạo guidance/gioi-thieu.md"
    }
    WRONG_FOLDER = "CN307" Error {
        vi: "trích dẫn của `{instrument}` lại nằm trong thư mục `{folder}`" => "chuyển tệp sang excerpts/{instrument}/, hoặc sửa khoá instrument",
            "Thư mục nói văn bản nào; hai nơi nói khác nhau thì một nơi sai.";
        en: "an excerpt of `{instrument}` lies in the folder `{folder}`" => "move the file to excerpts/{instrument}/, or fix the key instrument",
            "The folder says which instrument; where the two disagree, one is wrong.";
        example: "excerpts/nd-73-2019/dieu-18.md (instrument: nd-72-2013)"
    }
    SELF_RELATION = "CN308" Error {
        vi: "văn bản `{id}` có quan hệ với chính nó" => "sửa id của văn bản kia",
            "Không văn bản nào thay thế hay hướng dẫn chính mình.";
        en: "the instrument `{id}` has a relation to itself" => "fix the other instrument's id",
            "No instrument replaces or guides itself.";
        example: "id: nd-1-2020 … instrument: nd-1-2020"
    }
    NO_DEPARTMENT = "CN310" Error {
        vi: "không có đơn vị `{id}` trong departments.yaml" => "{advice}",
            "Đơn vị mới nhận địa bàn của đơn vị cũ nào phải tra được trong cùng danh sách.";
        en: "there is no department `{id}` in departments.yaml" => "{advice}",
            "Whose area a department took over must be found in the same list.";
        example: "follows: [so-tttt-bac-gian]  →  follows: [so-tttt-bac-giang]"
    }
}
