//! Codes and sentences about dates and with the acts that set them.

use crate::diag::codes;

codes! {
    DATES_OUT_OF_ORDER = "CN401" Error {
        vi: "{later_name} {later} lại {clash} {earlier_name} {earlier}" => "kiểm tra hai ngày ở bản gốc; ngày hết hiệu lực là ngày đầu tiên không còn hiệu lực",
            "Văn bản được ban hành, rồi có hiệu lực, rồi hết hiệu lực.";
        en: "{later_name} {later} is {clash} {earlier_name} {earlier}" => "check both dates against the original; the end is the first day no longer in force",
            "An instrument is issued, then comes into force, then ends.";
        example: "in-force-from: 2020-01-01\nin-force-until: 2019-01-01"
    }
    SAME_TILE = "CN969" Error {
        vi: "{place} và {other} cùng ở ô cột {column}, hàng {row} của bản đồ" => "cho một trong hai địa bàn một ô còn trống",
            "Bản đồ ô vuông dành cho mỗi địa bàn một ô; hai địa bàn chung ô thì một nơi bị che mất.";
        en: "{place} and {other} are both on the tile of column {column}, row {row} of the map" => "give one of them a tile that is free",
            "On a map of tiles each place has one; of two on the same tile, one would be hidden.";
        example: "tile: {column: 3, row: 1}  →  tile: {column: 4, row: 1}"
    }
    END_WITHOUT_ACT = "CN402" Warning {
        vi: "`{id}` hết hiệu lực từ {date} nhưng không văn bản nào trong kho chấm dứt nó" => "thêm vào hồ sơ của văn bản chấm dứt nó quan hệ replaces, repeals hoặc ends (cả văn bản), amends hoặc partly-repeals có units (một điều khoản); nếu nó tự hết thời hạn thì ghi ends-by: own-term, hết cùng văn bản gốc thì ghi ends-by: parent-ended",
            "Một văn bản đang có hiệu lực từng bị đăng là đã bãi bỏ chỉ vì một ngày ghi lẻ; ngày hết hiệu lực cần văn bản gây ra nó.";
        en: "`{id}` ends on {date}, but no instrument of the corpus ends it" => "add to the record of the instrument that ends it a relation replaces, repeals or ends (of the whole), or amends or partly-repeals with units (of a provision); if its own term ran out write ends-by: own-term, if it ended with its parent write ends-by: parent-ended",
            "Instruments in force have been published as repealed because of a lone date; an end needs the act that makes it.";
        example: "nd-73-2019.yaml → relations: [{type: replaces, instrument: nd-102-2009}]"
    }
    RELATION_DISAGREES = "CN403" Error {
        vi: "theo `{by}` thì `{id}` hết hiệu lực: {effect}; hồ sơ này lại ghi: {stated}" => "sửa in-force-until ở đây, hoặc khoá on của quan hệ trong hồ sơ `{by}`; nếu chỉ một phần hết hiệu lực thì quan hệ ấy là amends hoặc partly-repeals, có units",
            "Hai hồ sơ nói về cùng một ngày phải nói giống nhau; chênh nhau thì có khoảng trống hoặc chồng lấn.";
        en: "by `{by}` the end of `{id}` is {effect}; this record says {stated}" => "correct in-force-until here, or the key on of the relation in the record of `{by}`; if only a part ends, that relation is amends or partly-repeals, with units",
            "Two records that speak of one day must agree; otherwise there is a gap or an overlap.";
        example: "in-force-until: 2019-12-31  →  in-force-until: 2020-01-01"
    }
    OUTSIDE_INSTRUMENT = "CN404" Error {
        vi: "{what} của trích dẫn ({date}) nằm ngoài thời gian hiệu lực của văn bản ({bound})" => "sửa ngày, hoặc bỏ khoá này để theo hiệu lực của văn bản",
            "Một điều khoản không có hiệu lực trước hay sau văn bản chứa nó.";
        en: "{what} of the excerpt ({date}) lies outside its instrument's time in force ({bound})" => "fix the date, or delete the key to follow the instrument",
            "A provision is not in force before or after the instrument that holds it.";
        example: "in-force-from: 2009-01-01 (văn bản có hiệu lực từ 2010-01-01)"
    }
    CYCLE = "CN405" Error {
        vi: "các văn bản thay thế nhau thành vòng: {cycle}" => "xoá hoặc đảo lại một quan hệ replaces",
            "Không thể đi theo chuỗi thay thế mà quay về chỗ cũ.";
        en: "the instruments replace one another in a circle: {cycle}" => "delete or turn round one of the replaces relations",
            "Following successors can never lead back to the start.";
        example: "a replaces b, b replaces a"
    }
    UNFINISHED_DRAFT = "CN406" Error {
        vi: "`{key}` còn là chỗ giữ sẵn của bản nháp, nhưng confidence đã ghi `{confidence}`" => "điền nội dung thật cho `{key}`; chưa xong thì để confidence: unverified",
            "Chỉ mức unverified giữ cho bản nháp không được in; nâng mức khi chưa điền xong thì chỗ giữ sẵn sẽ tới tay người đọc.";
        en: "`{key}` is still the draft's placeholder, but confidence already says `{confidence}`" => "write the real content of `{key}`; until then keep confidence: unverified",
            "Only unverified keeps a draft from being printed; raised too early, the placeholder reaches the reader.";
        example: "confidence: text-read … checked-on: 2000-01-01  →  checked-on: 2026-11-23"
    }
    UNVERIFIED_INSTRUMENT = "CN407" Error {
        vi: "trích dẫn đã kiểm chứng, nhưng hồ sơ văn bản `{instrument}` còn ghi confidence: unverified" => "kiểm chứng hồ sơ văn bản rồi nâng mức của nó, hoặc hạ trích dẫn xuống unverified",
            "Số, ngày và hiệu lực in cạnh trích dẫn lấy từ hồ sơ văn bản; hồ sơ chưa kiểm chứng thì không được in.";
        en: "the excerpt is verified, but the record of its instrument `{instrument}` still says confidence: unverified" => "verify the instrument's record and raise its confidence, or lower the excerpt to unverified",
            "Number, dates and validity beside an excerpt come from the instrument's record; what is unverified must not be printed.";
        example: "instruments/nd-1-2030.yaml: confidence: unverified  →  confidence: text-read"
    }
    UNREAD_GUIDANCE = "CN970" Warning {
        vi: "bài đã viết, nhưng `checked-on` còn là ngày giữ sẵn của bản nháp" => "ghi ngày bạn đọc lại cả bài lần gần nhất, như 2030-01-31",
            "Ngày này cho biết bài được xem lại bao giờ, để sau này biết bài nào đã cũ.";
        en: "the text is written, but `checked-on` is still the draft's placeholder" => "write the day on which you last read the whole text, such as 2030-01-31",
            "The day says when the text was checked, so that a text that was not checked for long is found.";
        example: "checked-on: 2000-01-01  →  checked-on: 2030-01-31"
    }
    GAP = "CN415" Warning {
        vi: "`{id}` hết hiệu lực từ {end}, nhưng văn bản thay nó, `{by}`, bắt đầu sau đó: {start}" => "kiểm tra hai ngày ở bản gốc; nếu quả có khoảng trống thì ghi on: {end} ở quan hệ trong hồ sơ `{by}`, nói rõ ở notes, rồi ghi vào waivers.yaml",
            "Thường văn bản mới có hiệu lực đúng ngày văn bản cũ hết hiệu lực; khoảng trống hay là do nhầm một ngày.";
        en: "`{id}` ends on {end}, but its replacement `{by}` starts later: {start}" => "check both dates against the original; if there really is a gap write on: {end} in the relation of `{by}`, explain it in notes, and write a waiver into waivers.yaml",
            "As a rule a new text starts on the day on which the old one ends; a gap is often one wrong date.";
        example: "in-force-until: 2020-01-01 … nd-2-2020: in-force-from: 2020-02-01"
    }
    OVERLAP = "CN416" Warning {
        vi: "`{id}` hết hiệu lực từ {end}, nhưng văn bản thay nó, `{by}`, đã có hiệu lực trước đó: {start}" => "kiểm tra hai ngày ở bản gốc; nếu quả có lúc cả hai cùng có hiệu lực thì ghi on: {end} ở quan hệ trong hồ sơ `{by}`, nói rõ ở notes, rồi ghi vào waivers.yaml",
            "Văn bản cũ và văn bản thay nó cùng có hiệu lực thì người đọc không biết theo bên nào; thường là do nhầm một ngày.";
        en: "`{id}` ends on {end}, but its replacement `{by}` starts earlier: {start}" => "check both dates against the original; if both really are in force for a time write on: {end} in the relation of `{by}`, explain it in notes, and write a waiver into waivers.yaml",
            "While a text and its replacement are both in force, a reader cannot tell which one to follow; often it is one wrong date.";
        example: "in-force-until: 2020-03-01 … nd-2-2020: in-force-from: 2020-02-01"
    }
    CIRCLE = "CN417" Error {
        vi: "quan hệ giữa các văn bản thành vòng: {cycle}" => "xoá hoặc đảo lại một quan hệ trong vòng",
            "Hai văn bản không thể cùng chấm dứt nhau, cùng sửa đổi nhau, hay cùng là căn cứ của nhau.";
        en: "relations of these instruments form a circle: {cycle}" => "delete or turn round one of them",
            "Two instruments cannot end one another, amend one another, or each rest on the other.";
        example: "a based-on b, b based-on a"
    }
    MISPLACED_KEY = "CN418" Error {
        vi: "khoá `{key}` không đi với quan hệ `{kind}`" => "{advice}",
            "Mỗi khoá của quan hệ chỉ có nghĩa với vài loại quan hệ; đặt nhầm chỗ thì không ai biết phải hiểu thế nào.";
        en: "the key `{key}` does not belong to a relation `{kind}`" => "{advice}",
            "Some keys of a relation mean something with some kinds only; elsewhere their meaning is unclear.";
        example: "type: replaces … units: [Điều 5]  →  type: partly-replaces"
    }
    RECORD_EXISTS = "CN419" Warning {
        vi: "{number} đã có hồ sơ trong kho" => "thay khoá number bằng instrument: {id}",
            "Chỉ quan hệ ghi bằng id mới tới được hồ sơ kia; ghi bằng số thì hiệu lực của nó không đổi theo.";
        en: "{number} has a record in the corpus" => "write instrument: {id} instead of number",
            "Only a relation by id reaches the other record; by number alone its validity does not follow.";
        example: "number: 102/2009/NĐ-CP  →  instrument: nd-102-2009"
    }
    VOID_ACT = "CN420" Warning {
        vi: "đến ngày tác động {date} lên `{target}` thì chính `{id}` đã hết hiệu lực; quan hệ này không được tính" => "kiểm tra ngày; nếu văn bản khác làm việc đó thì ghi quan hệ ở hồ sơ của nó",
            "Văn bản không còn hiệu lực thì không chấm dứt, sửa đổi hay ngưng được văn bản khác.";
        en: "on the day of its act on `{target}`, {date}, `{id}` itself had ended; the relation does not count" => "check the dates; if another instrument does it, put the relation into that one's record",
            "An instrument that is no longer in force cannot end, amend or suspend another.";
        example: "in-force-until: 2020-01-01 … on: 2021-01-01"
    }
    PARENT_STANDS = "CN421" Warning {
        vi: "ghi là hết hiệu lực cùng văn bản gốc, nhưng không văn bản gốc nào hết hiệu lực từ {date}" => "ghi quan hệ với văn bản gốc (amends, guides, based-on…) và ngày hết hiệu lực của nó; nếu lý do khác thì sửa ends-by",
            "Lý do hết hiệu lực phải thấy được trong kho, không chỉ nói suông.";
        en: "said to end with its parent, but no parent ends on {date}" => "record the relation to the parent (amends, guides, based-on, …) and its end; if the reason is another fix ends-by",
            "Why a text ended must be seen in the corpus, not only be said.";
        example: "ends-by: parent-ended … relations: [{type: amends, instrument: nd-1-2020}]"
    }
    RETROACTIVE = "CN423" Warning {
        vi: "{what} {date} ở trước ngày ban hành {issued}, {clause}; {rule}" => "đối chiếu ngày và điều khoản với bản gốc; đúng là hồi tố thì ghi điều khoản nói vậy, rồi ghi vào waivers.yaml",
            "Hiệu lực trở về trước là ngoại lệ: phải có điều khoản nói rõ, nếu không thường là nhầm ngày.";
        en: "{what} {date} lies before the date of issue {issued}, {clause}; {rule}" => "check the days and the clause against the original; if it is retroactive write the clause that says so, then a waiver in waivers.yaml",
            "Effect before the date of issue is an exception that a clause must state; otherwise it is mostly a wrong date.";
        example: "issued: 2030-02-01, in-force-from: 2030-01-01, in-force-at: khoản 2 Điều 9"
    }
    OTHER_DAY = "CN424" Warning {
        vi: "quan hệ này tác động từ {date}, khác ngày văn bản có hiệu lực ({from}), mà chưa ghi điều khoản nào nói vậy" => "ghi at: là điều khoản nói ngày {date}; nếu tác động từ ngày văn bản có hiệu lực thì xoá on",
            "Ngày tác động khác ngày có hiệu lực của văn bản chỉ có khi một điều khoản nói rõ.";
        en: "this relation takes effect on {date}, and the instrument on {from}; no clause is given that says so" => "write at:, the clause that names {date}; if it takes effect with the instrument delete on",
            "An act has another day than its instrument only where a clause says so.";
        example: "on: 2030-07-01  →  on: 2030-07-01, at: khoản 2 Điều 45"
    }
    EARLIER_THAN_INSTRUMENT = "CN425" Warning {
        vi: "điều khoản này có hiệu lực từ {date}, sớm hơn cả văn bản ({bound}), mà chưa ghi điều khoản nào nói vậy" => "ghi in-force-at: là điều khoản nói ngày đó; nếu nhầm thì sửa ngày, hoặc xoá in-force-from để theo văn bản",
            "Một vài điều có thể có hiệu lực sớm hơn cả văn bản, nhưng chỉ khi chính văn bản nói rõ.";
        en: "this provision is in force from {date}, before its instrument ({bound}); no clause is given that says so" => "write in-force-at:, the clause that says so; otherwise fix the day, or delete in-force-from to follow the instrument",
            "Some provisions come into force before the rest, but only where the instrument says so.";
        example: "in-force-from: 2030-01-15, in-force-at: khoản 2 Điều 45"
    }
    CLAUSE_WITHOUT_PARENT = "CN426" Warning {
        vi: "ends-at chỉ có nghĩa khi ends-by: parent-ended" => "xoá ends-at; nếu văn bản hết hiệu lực cùng văn bản mà nó gắn với thì ghi ends-by: parent-ended",
            "Khoá này ghi điều khoản làm cho văn bản hết hiệu lực theo văn bản khác.";
        en: "ends-at means something with ends-by: parent-ended only" => "delete ends-at; if the instrument ended with its parent write ends-by: parent-ended",
            "The key holds the provision by which an instrument ends together with another.";
        example: "ends-by: own-term, ends-at: {number: 80/2015/QH13, at: khoản 4 Điều 154}"
    }
    DAY_WITHOUT_VALIDITY = "CN435" Warning {
        vi: "{type} không xét hiệu lực, nên `{key}: {date}` không được dùng" => "xoá dòng này; ngày công bố ghi ở issued, còn bị thay thế hay huỷ bỏ thì ghi quan hệ replaces, repeals ở hồ sơ của văn bản làm việc đó",
            "Văn bản hợp nhất, tiêu chuẩn, RFC, công văn, tài liệu hướng dẫn không phải văn bản quy phạm pháp luật: tài liệu in «không áp dụng khái niệm hiệu lực», không in ngày có hay hết hiệu lực.";
        en: "the concept of validity does not apply to the type {type}, so `{key}: {date}` is not used" => "delete the line; the day of publication belongs in issued, and what replaces or withdraws it is a relation replaces or repeals in the record of the instrument that does so",
            "Consolidated texts, standards, RFCs, letters and guides are no law: the booklet says that the concept does not apply, and prints no day in force of them.";
        example: "type: RFC … in-force-until: 2017-07-01"
    }
    SCOPE_WITHOUT_DAY = "CN440" Error {
        vi: "«{scope}» không có ngày nào riêng, nên không khác phần còn lại của văn bản" => "ghi in-force-from hoặc in-force-until của riêng phần này; chưa đọc thì ghi là chưa biết; nếu không có ngày riêng thì xoá mục này",
            "Mục scopes chỉ để ghi phần có hiệu lực từ ngày khác, hoặc đến ngày khác, so với cả văn bản.";
        en: "«{scope}» has no day of its own, and so is as the rest of the text" => "write the in-force-from or in-force-until of this part; unknown where it was not read; if it has no day of its own delete the entry",
            "An entry of scopes says that a part is in force from another day, or until another day, than the whole.";
        example: "scopes: [{scope: phần về thuế}]  →  scopes: [{scope: phần về thuế, in-force-from: 2030-07-01}]"
    }
    TYPE_LEFT_OPEN = "CN436" Error {
        vi: "số `{number}` không cho biết loại văn bản" => "ghi thêm instrument-type; {advice}",
            "Tài liệu luôn nêu loại văn bản trước số; số của Quốc hội có thể là của luật hay nghị quyết, nên công cụ không đoán.";
        en: "the number `{number}` leaves the type of the instrument open" => "add instrument-type; {advice}",
            "The booklet always names the type before a number; the National Assembly numbers laws and resolutions alike, and the program does not guess.";
        example: "number: 71/2025/QH15  →  number: 71/2025/QH15 … instrument-type: Luật"
    }
    TYPE_AGAINST_NUMBER = "CN437" Error {
        vi: "văn bản số `{number}` không thể là «{type}»" => "sửa instrument-type hoặc number; {advice}",
            "Ký hiệu trong số cho biết loại văn bản; hai khoá không được nói khác nhau.";
        en: "an instrument numbered `{number}` cannot be «{type}»" => "correct instrument-type or number; {advice}",
            "The symbol in the number says the type; the two keys must not differ.";
        example: "number: 72/2013/NĐ-CP … instrument-type: Thông tư"
    }
    RECORDED_ACT = "CN438" Error {
        vi: "{number} đã có hồ sơ trong kho (`{id}`), nên việc nó làm không ghi ở amended-by" => "ghi quan hệ {kind} với văn bản này vào relations của hồ sơ `{id}`, rồi xoá mục này",
            "Mỗi tác động ghi một lần, ở văn bản tác động; amended-by chỉ dành cho văn bản chưa có hồ sơ.";
        en: "{number} has a record (`{id}`), so what it does is not written in amended-by" => "write a relation {kind} to this instrument into the relations of the record `{id}`, and delete this entry",
            "Every act is written once, with the instrument that does it; amended-by is for those without a record.";
        example: "amended-by: [{type: amends, number: 72/2013/NĐ-CP}] … nd-72-2013.yaml"
    }
    STALE_CHECK = "CN422" Note {
        vi: "kiểm tra lần cuối ngày {date}, từ một năm trở lên trước ngày của ấn bản mới nhất ({latest})" => "đối chiếu lại với bản gốc rồi ghi ngày mới vào checked-on",
            "Hiệu lực và nguồn thay đổi; điều kiểm tra đã lâu có thể không còn đúng.";
        en: "last checked on {date}, a year or more before the day of the latest edition ({latest})" => "compare with the original again, then write the new day in checked-on",
            "Validity and sources change; what was checked long ago may no longer be right.";
        example: "checked-on: 2025-03-01 … as-of: 2026-11-23"
    }
}
