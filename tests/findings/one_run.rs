//! One run says all that is wrong with a file: that a part of it cannot be read hides no id that names nothing.

use crate::support::program;

use std::fs;
use std::path::Path;

use program::camnang;

fn write(root: &Path, faults: [&str; 3]) {
    let put = |path: &str, text: String| {
        let path = root.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    let [place, day, as_of] = faults;
    put(
        "vocabulary.yaml",
        "topics: [{id: mang, name: Mạng}]\naudiences: [{id: chung, name: Chung}]\n\
         levels: [{id: bat-buoc, name: bắt buộc, verb: phải, kind: duty}]\n"
            .to_owned(),
    );
    put(
        "instruments/nd-1-2030.yaml",
        format!(
            "id: nd-1-2030\nnumber: 01/2030/NĐ-XX\ntype: Nghị định\ntitle: ví dụ\nissuer: Chính phủ\nsigner: A\n\
             issued: 2030-01-10\nin-force-from: {day}\nin-force-until: none\n\
             relations: [{{type: replaces, instrument: nd-9-2020}}]\n\
             confidence: text-read\nchecked-on: 2031-01-01\nsources: [Ví dụ]\n"
        ),
    );
    put(
        "excerpts/nd-1-2030/dieu-5.md",
        format!(
            "---\nid: nd-1-2030.dieu-5\ninstrument: nd-1-2030\nat: {place}\nwording: summary\ntopics: [mang, luu-tru]\n\
             audiences: [truong-hoc]\nobligations:\n  - {{who: Trường, audiences: [benh-vien], what: làm, level: phai-lam, deadline: {{when: không nêu}}}}\n\
             related: [nd-1-2030.dieu-77]\nconfidence: text-read\nchecked-on: 2031-01-01\nsources: [Ví dụ]\n---\nMột câu.\n"
        ),
    );
    put(
        "editions/so-tay.yaml",
        format!(
            "id: so-tay\ntitle: Sổ tay\nissuer: {{name: Nhóm thử}}\ndescription: Ví dụ.\nas-of: {as_of}\nparts:\n  \
             - title: Phần\n    chapters:\n      - {{id: tat-ca, title: Tất cả, select: {{topics: [khong-co], audiences: [chang-co]}}}}\n"
        ),
    );
}

/// The ids that name nothing.
const IDS: [&str; 8] =
    ["nd-9-2020", "luu-tru", "truong-hoc", "benh-vien", "phai-lam", "nd-1-2030.dieu-77", "khong-co", "chang-co"];

#[test]
fn what_cannot_be_read_hides_no_other_fault() {
    let sound = ["Điều 5", "2030-03-01", "2031-01-01"];
    let unread = ["Điều thứ năm", "ngày một tháng ba", "đầu năm"];
    for faults in [sound, unread] {
        let place = tempfile::tempdir().unwrap();
        write(place.path(), faults);
        let said = camnang(place.path(), &["check", "--corpus", place.path().to_str().unwrap()]).out;
        for id in IDS {
            assert!(said.contains(&format!("`{id}`")), "{id} with {faults:?}: {said}");
        }
        // At its own place, and once.
        assert_eq!(said.matches("`truong-hoc`").count(), 1, "{said}");
        assert!(said.contains("excerpts/nd-1-2030/dieu-5.md:7:13"), "{said}");
    }
}
