//! Codes and sentences about a quotation and the original that it is compared with.

use crate::diag::codes;

codes! {
    NO_ORIGINAL = "CN411" Error {
        vi: "trích nguyên văn nhưng văn bản `{instrument}` chưa có bản gốc trong kho" => "đưa tệp đã nhận vào kho: camnang import TỆP --instrument {instrument}; hoặc ghi wording: summary và viết bằng lời của mình",
            "Chữ «nguyên văn» là lời cam đoan; công cụ đối chiếu từng chữ với bản gốc đã lưu ở mỗi lần dựng.";
        en: "quoted verbatim, but the instrument `{instrument}` has no original in the corpus" => "bring the received file in: camnang import FILE --instrument {instrument}; or write wording: summary and use your own words",
            "«Verbatim» is a promise; the tool compares every word with the stored original at each build.";
        example: "originals/nd-1-2030/…"
    }
    NOT_IN_ORIGINAL = "CN413" Error {
        vi: "bản gốc của `{instrument}` không có {at}" => "xem các đơn vị của bản gốc: camnang original {instrument} --tree; rồi sửa at",
            "Lời trích chỉ đối chiếu được với đúng đơn vị mà nó nêu.";
        en: "the original of `{instrument}` has no {at}" => "look at the units of the original: camnang original {instrument} --tree; then correct at",
            "A quotation can only be compared with the unit that it names.";
        example: "at: khoản 3 Điều 18"
    }
    NOT_VERBATIM = "CN414" Error {
        vi: "khác bản gốc từ chữ `{words}`" => "ở {at} bản gốc viết `{original}`; chép lại đúng bản gốc, hoặc ghi wording: summary và viết bằng lời của mình",
            "Trích nguyên văn phải giống bản gốc từng chữ, từng dấu, từng ký hiệu; chỉ khoảng trắng được khác.";
        en: "differs from the original at `{words}`" => "in {at} the original says `{original}`; copy it exactly, or write wording: summary and use your own words",
            "A verbatim quotation equals the original in every word, sign and label; only white space may differ.";
        example: "phải đảm bảo  →  phải bảo đảm"
    }
    SEVERAL_UNITS = "CN920" Error {
        vi: "bản gốc của `{instrument}` có nhiều đơn vị cùng là {at}" => "xem cách đánh số của bản gốc: camnang original {instrument} --tree; nêu đơn vị lớn hơn, hoặc ghi wording: summary",
            "Bản gốc đánh số trùng nên vị trí này không chỉ rõ một đơn vị; đối chiếu với đơn vị nào cũng là đoán.";
        en: "the original of `{instrument}` has several units that are {at}" => "look at its numbering: camnang original {instrument} --tree; name a larger unit, or write wording: summary",
            "The numbering of the original repeats, so that the place names no single unit; to compare with one of them would be a guess.";
        example: "at: khoản 4 Điều 56"
    }
    NOT_WHOLE = "CN921" Error {
        vi: "lời trích dừng trước khi hết {at}" => "bản gốc còn: `{original}`; chép đủ, hoặc viết […] ở chỗ bỏ nguyên câu, nguyên khoản, nguyên điểm",
            "Một phần của điều khoản in như thể là cả điều khoản thì người đọc hiểu sai; chỗ bỏ phải nhìn thấy được.";
        en: "the quotation ends before {at} does" => "the original goes on: `{original}`; copy it whole, or write […] where whole sentences or items are left out",
            "A part of a provision printed as the whole of it misleads; what is left out has to be seen.";
        example: "Máy phải có sổ. […]"
    }
    WITHIN_SENTENCE = "CN922" Error {
        vi: "`{words}`: lời trích bỏ một phần câu hoặc bỏ ký hiệu đầu dòng" => "chỉ bỏ được nguyên câu, khoản, điểm, gạch đầu dòng; ở đây bản gốc viết `{original}`",
            "Bỏ vài chữ trong câu là đổi nghĩa của câu: bỏ chữ «không» thì điều cấm thành điều được làm.";
        en: "`{words}`: the quotation leaves out a part of a sentence or a label" => "only whole sentences, khoản, điểm and dash items may be left out; here the original says `{original}`",
            "To leave words out of a sentence changes it: without «không» a prohibition becomes a permission.";
        example: "Cơ quan […] được mua  →  Cơ quan không được mua"
    }
    NOTHING_LEFT_OUT = "CN923" Error {
        vi: "[…] ở đây không thay cho chữ nào của bản gốc" => "xoá […]",
            "Dấu […] báo cho người đọc là có chỗ bỏ; bản gốc không có gì ở đó.";
        en: "[…] stands for nothing of the original here" => "delete […]",
            "The sign says that something is left out; the original has nothing there.";
        example: "Máy phải có sổ. […]"
    }
    LEAVES_OUT_EXCEPTION = "CN924" Error {
        vi: "[…] bỏ một ngoại lệ hoặc điều kiện" => "chép cả phần này: `{original}`",
            "Bỏ «trừ …», «nếu …», «không áp dụng …» thì quy định còn lại rộng hơn điều luật nói.";
        en: "[…] leaves out an exception or a condition" => "copy this too: `{original}`",
            "Without «trừ …», «nếu …» or «không áp dụng …» what remains says more than the law does.";
        example: "trừ trường hợp khẩn cấp"
    }
    LEAVES_OUT_LEAD = "CN925" Error {
        vi: "[…] bỏ câu dẫn của những ý được giữ lại" => "chép cả câu dẫn: `{original}`",
            "Các ý chỉ có nghĩa cùng câu dẫn: «không được:» hay «phải:».";
        en: "[…] leaves out the words that introduce what is kept" => "copy them too: `{original}`",
            "Items mean something only with the words that introduce them.";
        example: "2. Cơ quan không được:"
    }
    NOT_AROUND = "CN926" Error {
        vi: "`{words}`: khối trích `>` ở đầu không phải câu mở đầu của đơn vị chứa {at}" => "trong khối `>` ở đầu chỉ chép nguyên dòng mở đầu của khoản hay điều chứa nó, như `{original}`",
            "Khối này cho người đọc thấy điểm nằm trong khoản nào; chữ của nó cũng phải là chữ của bản gốc.";
        en: "`{words}`: the quote `>` at the beginning is no opening line of a unit around {at}" => "copy the whole opening line of the khoản or article around it, such as `{original}`",
            "It shows the reader which khoản a điểm hangs on; its words too have to be those of the original.";
        example: "> 2. Cơ quan phải:"
    }
    OTHER_UNIT = "CN927" Error {
        vi: "đây là lời của {other}, không phải của {at}" => "sửa at, hoặc chép lời của {at}: `{original}`",
            "Lời đúng mà ghi sai chỗ thì người đọc tra sẽ không thấy.";
        en: "these are the words of {other}, not of {at}" => "correct at, or copy the words of {at}: `{original}`",
            "The right words at the wrong place cannot be found by a reader.";
        example: "at: khoản 2 Điều 9  →  at: khoản 1 Điều 9"
    }
    MORE_THAN_UNIT = "CN928" Error {
        vi: "`{words}`: chữ này nằm ngoài {at}" => "bản gốc đã hết {at} ở đây; xoá phần thừa, hoặc nêu đơn vị lớn hơn ở at",
            "Lời thêm vào sau lời trích được in như lời của điều luật.";
        en: "`{words}` is beyond {at}" => "the original has ended here; delete what is too much, or name a larger unit at at",
            "What is added after a quotation is printed as words of the law.";
        example: "at: khoản 1 Điều 9  →  at: Điều 9"
    }
    NO_PLACE = "CN929" Error {
        vi: "phải biết vị trí thì mới đối chiếu được với bản gốc" => "ghi at, hoặc ghi wording: summary và bỏ khoá read",
            "Không biết đơn vị nào thì không biết đối chiếu với chữ nào.";
        en: "without a place nothing can be compared with the original" => "write at, or write wording: summary and leave read out",
            "Where the unit is not known, nor are the words to compare with.";
        example: "at: khoản 3 Điều 18"
    }
    UNIT_CHANGED = "CN930" Warning {
        vi: "bản gốc của {at} không còn là lời đã đọc khi tóm lược{difference}" => "xem lời hiện có: camnang original {instrument} --at \"{at}\"; sửa bài nếu cần, rồi ghi read: {now} và thay lời cũ ở ghi chú",
            "Bản gốc được thay, hoặc được đọc lại khác đi; lời tóm lược có thể không còn đúng. Giữ lời của bản gốc làm ghi chú (# …) ở phần đầu tệp, như bản nháp có sẵn, thì công cụ chỉ ra từng chữ đã đổi.";
        en: "the original of {at} is no longer the words that the summary was read against{difference}" => "look at the words: camnang original {instrument} --at \"{at}\"; correct the text where needed, then write read: {now} and put the new words into the remarks",
            "The original was replaced or is read in another way; the summary may be wrong now. Where the words of the original stay as remarks (# …) in the header, as a draft has them, each word that has changed is shown.";
        example: "read: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    }
    READ_WITHOUT_ORIGINAL = "CN931" Warning {
        vi: "có khoá read nhưng văn bản `{instrument}` chưa có bản gốc trong kho" => "đưa tệp đã nhận vào kho: camnang import TỆP --instrument {instrument}; hoặc bỏ khoá read",
            "Khoá read nói bài được viết theo lời nào; không có bản gốc thì không kiểm được.";
        en: "there is a key read, but the instrument `{instrument}` has no original in the corpus" => "bring the received file in: camnang import FILE --instrument {instrument}; or leave read out",
            "The key says which words the text was written from; without the original that cannot be checked.";
        example: "read: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    }
    COPIES_DIFFER = "CN908" Warning {
        vi: "các bản của `{instrument}` viết khác nhau ở {at}: đã đối chiếu với `{file}`, còn `{other}` viết khác" => "so hai tệp chữ trong originals/{instrument}/; bản sai thì bỏ, hoặc ghi một mục miễn trong waivers.yaml",
            "Khi một văn bản có nhiều bản, công cụ theo bản chính thức hơn (công báo, rồi cổng thông tin, rồi bản in lại); chỗ khác nhau phải có người xem.";
        en: "the copies of `{instrument}` differ in {at}: it was compared with `{file}`, and `{other}` has other words" => "compare the two texts in originals/{instrument}/; remove the wrong copy, or waive this in waivers.yaml",
            "Of several copies the most official is taken (gazette, then portal, then reprint); where they differ somebody has to look.";
        example: "kind: gazette"
    }
    DISPUTED = "CN909" Error {
        vi: "hai bản của `{instrument}` viết khác nhau ở {at}: `{file}` và `{other}`, không bản nào chính thức hơn" => "ghi đúng kind trong hồ sơ của mỗi bản (gazette trước portal, rồi reprint), hoặc bỏ bản sai khỏi originals/{instrument}/",
            "Đối chiếu với bản nào cũng là đoán.";
        en: "two copies of `{instrument}` differ in {at}: `{file}` and `{other}`, and neither is more official" => "write the right kind in the record of each (gazette before portal, then reprint), or remove the wrong copy from originals/{instrument}/",
            "To compare with one of them would be a guess.";
        example: "kind: gazette"
    }
}
