//! What can be wrong between files: ids that clash, references that lead nowhere.

use super::codes;

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
    SAME_PROVISION = "CN306" Warning {
        vi: "{citation} đã được trích ở `{other}`, hiệu lực trùng nhau" => "gộp hai tệp, hoặc ghi in-force-from / in-force-until khác nhau nếu là hai phiên bản",
            "Tại một ngày, một đơn vị của văn bản chỉ có một nội dung hiện hành.";
        en: "{citation} is already excerpted in `{other}` for the same time" => "merge the two files, or give them different in-force-from / in-force-until if they are two versions",
            "On any one day a unit of an instrument has one current text.";
        example: "dieu-18.khoan-3.md và dieu-18.md cùng ghi at: khoản 3 Điều 18"
    }
    WRONG_FOLDER = "CN307" Error {
        vi: "trích dẫn của `{instrument}` lại nằm trong thư mục `{folder}`" => "chuyển tệp sang excerpts/{instrument}/, hoặc sửa khoá instrument",
            "Thư mục nói văn bản nào; hai nơi nói khác nhau thì một nơi sai.";
        en: "an excerpt of `{instrument}` lies in the folder `{folder}`" => "move the file to excerpts/{instrument}/, or mend the key instrument",
            "The folder says which instrument; where the two disagree, one is wrong.";
        example: "excerpts/nd-73-2019/dieu-18.md (instrument: nd-72-2013)"
    }
    SELF_RELATION = "CN308" Error {
        vi: "văn bản `{id}` có quan hệ với chính nó" => "sửa id của văn bản kia",
            "Không văn bản nào thay thế hay hướng dẫn chính mình.";
        en: "the instrument `{id}` has a relation to itself" => "mend the other instrument's id",
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
    ALIAS_TAKEN = "CN311" Error {
        vi: "id cũ `{id}` đang thuộc `{other}`" => "bỏ `{id}` khỏi aliases, hoặc sửa cho đúng id mà bản ghi này từng mang",
            "Địa chỉ của id cũ dẫn người đọc tới đúng một nơi; một id còn dùng, hay hai bản ghi cùng nhận, thì không biết dẫn đi đâu.";
        en: "the former id `{id}` belongs to `{other}`" => "take `{id}` out of aliases, or write the id that this record once had",
            "The address of a former id leads to one place; an id that is in use, or that two records claim, leads nowhere certain.";
        example: "aliases: [nd-1-2020.dieu-1] (nd-1-2020.dieu-1 đang có tệp)"
    }
    VANISHED = "CN312" Error {
        vi: "{what} `{id}` đã công bố mà {edition} không còn" => "{advice}",
            "Người đọc đã lưu, in, gửi nhau địa chỉ; địa chỉ đã công bố phải dẫn tới nơi có nội dung ấy mãi về sau. Thư mục releases/ ghi những id đã công bố; tệp trong đó không sửa.";
        en: "{what} `{id}` was published, and {edition} no longer has it" => "{advice}",
            "Readers have kept, printed and passed on the address; what was published must lead to that content ever after. The folder releases/ has the ids that were published; its files are not edited.";
        example: "aliases: [nd-1-2020.dieu-1]   # ở trích dẫn nay giữ nội dung ấy"
    }
    DUPLICATE_NUMBER = "CN309" Error {
        vi: "số `{number}` đã thuộc văn bản `{other}`" => "kiểm tra lại số, ký hiệu và ngày ban hành; nếu hai hồ sơ là một văn bản thì xoá một",
            "Viện dẫn nhận ra văn bản theo số và ngày; hai văn bản cùng số cùng ngày thì không phân biệt được.";
        en: "the number `{number}` belongs to `{other}`" => "check the number and the date of issue; if the two records are one instrument, delete one",
            "Citations know an instrument by number and date; two of the same cannot be told apart.";
        example: "number: 72/2013/NĐ-CP (hai hồ sơ)"
    }
}
