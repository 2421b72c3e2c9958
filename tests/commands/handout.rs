//! The hand-out: a copy for each department.

#[cfg(feature = "pdf")]
use crate::support::{program, sample_view};

#[cfg(feature = "pdf")]
mod copies {
    use camnang::internals::render::PaperForm;
    use camnang::internals::render::typst::{Typesetter, pdf};
    use camnang::internals::source;
    use camnang::internals::view::CopyView;

    use super::sample_view::{sample_images, sample_view};

    #[test]
    fn a_copy_has_its_addressee_on_the_cover_and_is_otherwise_the_booklet() {
        let templates = source::templates(None).unwrap();
        let view = sample_view("");
        let plain = pdf(PaperForm::Booklet, &view, &sample_images(), &templates).unwrap();
        let lines = ["Số 1 đường Bịa Đặt".to_owned(), "thị xã Không Có".to_owned()];
        let copy = CopyView::new("so-a", "Sở Thử nghiệm tỉnh Ễ", Some("Tỉnh Ễ"), &lines, "thu-007");
        let press = Typesetter::new(&view, &sample_images(), &templates).unwrap();
        assert!(press.booklet(None).unwrap().pdf().unwrap() == plain, "the plain booklet is the plain booklet");
        let first = press.booklet(Some(&copy)).unwrap().pdf().unwrap();
        Typesetter::give_back(0);
        let again = press.booklet(Some(&copy)).unwrap().pdf().unwrap();
        assert!(first == again, "the same copy gives other bytes");
        let pages = |pdf: &[u8]| {
            let document = lopdf::Document::load_mem(pdf).unwrap();
            let numbers: Vec<u32> = document.get_pages().into_keys().collect();
            let text = |number: u32| document.extract_text(&[number]).unwrap().split_whitespace().collect::<String>();
            numbers.into_iter().map(text).collect::<Vec<_>>()
        };
        let (plain, first) = (pages(&plain), pages(&first));
        let addressee = "BảndànhchoSởThửnghiệmtỉnhỄSố1đườngBịaĐặtthịxãKhôngCóBảnsốthu-007";
        assert!(first[0].contains(addressee), "{}", first[0]);
        assert_eq!(first[0].replace(addressee, ""), plain[0]);
        assert_eq!(first[1..], plain[1..]);
    }
}

#[cfg(feature = "pdf")]
mod runs {
    use std::collections::BTreeMap;
    use std::fs;
    use std::io::Read;
    use std::path::{Path, PathBuf};

    use camnang::internals::handout::ledger::{FileKind, Ledger};
    use camnang::internals::hash::sha256;

    use super::program::{Ran, assert_same, camnang, copy, pdf_words, put, text, tree};

    /// A folder with an invented corpus: two departments in 2030, one of another name in 2033.
    fn office() -> tempfile::TempDir {
        let office = tempfile::tempdir().unwrap();
        copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/annexes/corpus"), &office.path().join("corpus"));
        office
    }

    const COPIES: &str = "output/handout/nam-2030";

    fn handout(office: &Path, args: &[&str]) -> Ran {
        camnang(office, &[&["handout", "--edition", "nam-2030", "--lang", "en"], args].concat())
    }

    fn ledger(office: &Path) -> Ledger {
        serde_json::from_str(&text(&office.join(COPIES).join("ledger.json"))).unwrap()
    }

    /// The folder has the files that the ledger lists, and no others; the three forms of the ledger agree.
    #[track_caller]
    fn assert_whole(office: &Path) -> Ledger {
        let ledger = ledger(office);
        let mut files = tree(&office.join(COPIES));
        let (csv, sums) = (files.remove("ledger.csv").unwrap(), files.remove("SHA256SUMS").unwrap());
        let (csv, sums) = (String::from_utf8(csv).unwrap(), String::from_utf8(sums).unwrap());
        assert!(csv.starts_with('\u{feff}') && csv.contains("\r\n"), "Excel reads it");
        let mut listed = vec!["ledger.json".to_owned(), ".lock".to_owned()];
        for copy in &ledger.copies {
            listed.push(format!("{}/manifest.json", copy.folder));
            assert_eq!(copy.files.len(), 3);
            for file in &copy.files {
                let bytes = &files[&file.path];
                assert_eq!((bytes.len() as u64, sha256(bytes)), (file.bytes, file.sha256.clone()), "{}", file.path);
                assert!(csv.contains(&file.sha256) && csv.contains(&copy.name));
                assert!(sums.contains(&format!("{}  {}\n", file.sha256, file.path)));
                listed.push(file.path.clone());
            }
        }
        listed.sort();
        let mut found: Vec<String> = files.into_keys().collect();
        found.sort();
        assert_eq!(found, listed);
        ledger
    }

    fn file(office: &Path, id: &str, kind: FileKind) -> PathBuf {
        let ledger = ledger(office);
        let copy = ledger.copies.iter().find(|copy| copy.id == id).unwrap_or_else(|| panic!("no copy of {id}"));
        office.join(COPIES).join(&copy.file(kind).unwrap().path)
    }

    #[test]
    fn every_department_of_the_day_gets_its_own() {
        let office = office();
        let ran = handout(office.path(), &[]).must(0);
        assert!(ran.out.contains("nam-2030: 2 copies made. Ledger:"), "{}", ran.out);
        assert!(ran.err.contains("2/2 Sở Cũ tỉnh"), "plain lines where there is no terminal: {}", ran.err);
        let ledger = assert_whole(office.path());
        let ids: Vec<(&str, &str)> = ledger.copies.iter().map(|c| (c.id.as_str(), c.serial.as_str())).collect();
        assert_eq!(ids, [("so-cu-mot", "nam-2030-001"), ("so-cu-hai", "nam-2030-002")]);
        for copy in &ledger.copies {
            let booklet = pdf_words(&file(office.path(), &copy.id, FileKind::Booklet));
            let squeezed = |words: &str| words.split_whitespace().collect::<String>();
            assert!(booklet.contains(&squeezed(&format!("Bản dành cho {} Bản số {}", copy.name, copy.serial))));
            let letter = pdf_words(&file(office.path(), &copy.id, FileKind::Letter));
            let hash = &copy.file(FileKind::Booklet).unwrap().sha256;
            for words in [
                "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                "Độc lập - Tự do - Hạnh phúc",
                "Số: ………/………",
                "………, ngày …… tháng …… năm ………",
                "Nơi nhận:- Như trên;",
                &format!("Kính gửi: {}", copy.name),
                hash,
            ] {
                assert!(letter.contains(&squeezed(words)), "{words}: {letter}");
            }
            let zip = fs::File::open(file(office.path(), &copy.id, FileKind::Zip)).unwrap();
            let mut zip = zip::ZipArchive::new(zip).unwrap();
            let mut inside = BTreeMap::new();
            for index in 0..zip.len() {
                let mut entry = zip.by_index(index).unwrap();
                let mut bytes = Vec::new();
                entry.read_to_end(&mut bytes).unwrap();
                inside.insert(entry.name().to_owned(), bytes);
            }
            let sums = String::from_utf8(inside.remove("SHA256SUMS").unwrap()).unwrap();
            assert_eq!(inside.len(), 2);
            for (name, bytes) in &inside {
                assert!(*bytes == fs::read(office.path().join(COPIES).join(&copy.folder).join(name)).unwrap());
                assert!(sums.contains(&format!("{}  {name}\n", sha256(bytes))));
            }
        }
    }

    /// In the folder, the ledger, the archive, its hashes and the letter.
    #[test]
    fn a_booklet_that_leaves_something_out_goes_with_the_full_one() {
        for (reference, full) in [("pdf-full", "nam-2030-day-du.pdf"), ("single", "nam-2030.html")] {
            let office = office();
            let edition = office.path().join("corpus/editions/nam-2030.yaml");
            let kept_off = "title: Điều chưa rõ, in: [web]}";
            put(&edition, text(&edition).replace("title: Điều chưa rõ}", kept_off));
            put(&office.path().join("corpus/settings.yaml"), format!("letter: {{reference: {reference}}}\n"));
            handout(office.path(), &["--only", "so-cu-mot"]).must(0);
            let copies = ledger(office.path()).copies;
            let reference = copies[0].file(FileKind::Reference).unwrap();
            assert_eq!(reference.path, format!("so-cu-mot/{full}"));
            let bytes = fs::read(office.path().join(COPIES).join(&reference.path)).unwrap();
            assert_eq!((bytes.len() as u64, sha256(&bytes)), (reference.bytes, reference.sha256.clone()));
            let letter = pdf_words(&file(office.path(), "so-cu-mot", FileKind::Letter));
            assert!(letter.contains(&format!("Kèmbảnđầyđủ:{full},")) && letter.contains(&reference.sha256), "{letter}");
            let zip = fs::File::open(file(office.path(), "so-cu-mot", FileKind::Zip)).unwrap();
            let mut zip = zip::ZipArchive::new(zip).unwrap();
            let mut inside = Vec::new();
            zip.by_name(full).unwrap().read_to_end(&mut inside).unwrap();
            assert!(inside == bytes, "{full} in the archive");
            let mut sums = String::new();
            zip.by_name("SHA256SUMS").unwrap().read_to_string(&mut sums).unwrap();
            assert!(sums.contains(&format!("{}  {full}\n", reference.sha256)), "{sums}");
        }
    }

    #[test]
    fn the_letter_says_what_the_settings_say() {
        let office = office();
        let settings = "letter:\n  parent: Bộ Mẫu\n  issuer: Cục Thử nghiệm\n  number: /CTN-VP\n  place: Tỉnh Một\n  date: 2030-02-05\n  subject: gửi sổ tay\n  paragraphs: [Đoạn của cơ quan.]\n  authority: KT. Cục trưởng\n  position: Phó Cục trưởng\n  signer: Trần Thị Thử\n  recipients: [\"Lưu: VT\"]\n";
        put(&office.path().join("corpus/settings.yaml"), settings);
        handout(office.path(), &["--only", "so-cu-mot"]).must(0);
        let first = pdf_words(&file(office.path(), "so-cu-mot", FileKind::Letter));
        for words in [
            "BỘMẪU",
            "CỤCTHỬNGHIỆM",
            "Số:………/CTN-VP",
            "V/vgửisổtay",
            "TỉnhMột,ngày05tháng02năm2030",
            "Đoạncủacơquan.",
            "KT.CỤCTRƯỞNGPHÓCỤCTRƯỞNG",
            "TrầnThịThử",
            "-Nhưtrên;-Lưu:VT.",
        ] {
            assert!(first.contains(words), "{words}: {first}");
        }
        // The day of the command line takes the place of that of the settings: the letter is another, and is made anew.
        let ran = handout(office.path(), &["--only", "so-cu-mot", "--date", "2030-11-15"]).must(0);
        assert!(ran.out.contains("1 copies made"), "{}", ran.out);
        let second = pdf_words(&file(office.path(), "so-cu-mot", FileKind::Letter));
        assert!(second.contains("TỉnhMột,ngày15tháng11năm2030"), "{second}");
        // A key that there is not is a finding, with its place.
        put(&office.path().join("corpus/settings.yaml"), "letter:\n  signr: A\n");
        let ran = handout(office.path(), &[]).must(1);
        assert!(ran.out.contains("settings.yaml:2:3: error CN104") && ran.out.contains("`signer`"), "{}", ran.out);
    }

    #[test]
    fn what_is_finished_is_kept_and_what_is_damaged_is_made_again() {
        let office = office();
        handout(office.path(), &["--jobs", "1"]).must(0);
        let first = tree(&office.path().join(COPIES));
        let when = |name: &str| fs::metadata(office.path().join(COPIES).join(name)).unwrap().modified().unwrap();
        let letters = ["so-cu-mot", "so-cu-hai"].map(|id| format!("{id}/nam-2030-{id}-cong-van.pdf"));
        let before = letters.clone().map(|name| when(&name));
        let ran = handout(office.path(), &[]).must(0);
        assert!(ran.out.contains("0 copies made, 2 finished ones kept"), "{}", ran.out);
        assert!(ran.err.is_empty(), "nothing was made: {}", ran.err);
        assert_eq!(letters.clone().map(|name| when(&name)), before);
        // A file that somebody opened and saved is theirs now; with one that is gone, nothing is lost.
        let damaged = office.path().join(COPIES).join(&letters[1]);
        let whole = fs::read(&damaged).unwrap();
        fs::write(&damaged, "%PDF signed").unwrap();
        let signed = tree(&office.path().join(COPIES));
        let ran = handout(office.path(), &[]).must(2);
        let words = "nam-2030-so-cu-hai-cong-van.pdf (changed since it was built)";
        assert!(ran.err.contains(words), "{}", ran.err);
        assert_same(&signed, &tree(&office.path().join(COPIES)), "a refusal changes nothing");
        fs::write(&damaged, whole).unwrap();
        fs::remove_file(&damaged).unwrap();
        let ran = handout(office.path(), &["--jobs", "3"]).must(0);
        assert!(ran.out.contains("1 copies made, 1 finished ones kept"), "{}", ran.out);
        assert_eq!(when(&letters[0]), before[0]);
        assert_same(&first, &tree(&office.path().join(COPIES)), "made again, with other threads");
        // Notes in the table, which Excel saves.
        let table = office.path().join(COPIES).join("ledger.csv");
        let written = fs::read(&table).unwrap();
        fs::write(&table, [&written[..], "đã gọi điện".as_bytes()].concat()).unwrap();
        let ran = handout(office.path(), &[]).must(2);
        assert!(ran.err.contains("ledger.csv (changed since it was built)"), "{}", ran.err);
        fs::write(&table, written).unwrap();
        // Another corpus: everything is another.
        let levels = office.path().join("corpus/vocabulary.yaml");
        put(&levels, text(&levels).replace("name: Sở mẫu", "name: Sở kiểu mẫu"));
        let ran = handout(office.path(), &["--only", "so-cu-mot"]).must(2);
        assert!(ran.err.contains("1 copies of other departments (such as `so-cu-hai`)"), "{}", ran.err);
        assert_same(&first, &tree(&office.path().join(COPIES)), "a refusal changes nothing");
        let ran = handout(office.path(), &[]).must(0);
        assert!(ran.out.contains("2 copies made. "), "{}", ran.out);
        assert_whole(office.path());
    }

    #[test]
    fn a_list_says_who_and_for_which_audiences() {
        let office = office();
        let list = office.path().join("don-vi.csv");
        let rows = "\u{feff}ID;Tên;email;Địa chỉ;audiences\r\nso-cu-hai;;van-thu@so.example;Số 1, phố Bịa|Thị xã Không;\r\n;;;;\r\nso-la;Sở Lạ;;;so nha-thau\r\n";
        put(&list, rows);
        handout(office.path(), &["--list", "don-vi.csv"]).must(0);
        let ledger = assert_whole(office.path());
        let listed: Vec<_> =
            ledger.copies.iter().map(|c| (c.name.as_str(), c.place.as_deref(), c.email.as_deref())).collect();
        assert_eq!(listed, [("Sở Cũ tỉnh Hai", Some("Tỉnh Hai"), Some("van-thu@so.example")), ("Sở Lạ", None, None)]);
        assert_eq!(ledger.copies[1].audiences, ["so", "nha-thau"]);
        let all = pdf_words(&file(office.path(), "so-cu-hai", FileKind::Booklet));
        assert!(all.contains("Sở Cũ tỉnh Hai Số 1, phố Bịa Thị xã Không".replace(' ', "").as_str()));
        let some = pdf_words(&file(office.path(), "so-la", FileKind::Booklet));
        let only = "Bảnnàychỉnêuviệccủa:Sởmẫu;Nhàthầu.";
        assert!(some.contains(only) && !all.contains(only));
        // The heads of the lists of duties: an audience that was not chosen has none.
        assert!(
            all.matches("Xãmẫu").count() > some.matches("Xãmẫu").count(),
            "the copy still lists the duties of others"
        );
        // Who has left the list is left in no ledger and in no folder; what is not ours stays.
        put(&office.path().join(COPIES).join("cua-toi/ghi-chu.txt"), "của tôi");
        put(&list, "id\nso-la\n");
        let ran = handout(office.path(), &["--list", "don-vi.csv"]).must(1);
        assert!(ran.out.contains("don-vi.csv:2: error: `so-la` is not in departments.yaml"), "{}", ran.out);
        put(&list, "id,name\nso-la,Sở Lạ\n");
        let before = tree(&office.path().join(COPIES));
        let ran = handout(office.path(), &["--list", "don-vi.csv"]).must(2);
        assert!(ran.err.contains("no longer in the list: so-cu-hai") && ran.err.contains("--prune"), "{}", ran.err);
        assert_same(&before, &tree(&office.path().join(COPIES)), "a shorter list deletes nothing by itself");
        let ran = handout(office.path(), &["--list", "don-vi.csv", "--prune"]).must(0);
        assert!(ran.out.contains("no longer in the list: so-cu-hai"), "{}", ran.out);
        assert!(!office.path().join(COPIES).join("so-cu-hai").exists());
        assert_eq!(text(&office.path().join(COPIES).join("cua-toi/ghi-chu.txt")), "của tôi");
    }

    #[test]
    fn only_some_are_made_and_the_ledger_keeps_the_others() {
        let office = office();
        handout(office.path(), &["--only", "so-cu-hai"]).must(0);
        let ledger = assert_whole(office.path());
        assert_eq!(ledger.copies.len(), 1);
        assert_eq!(ledger.copies[0].serial, "nam-2030-002", "the number does not hang on what is made");
        let ran = handout(office.path(), &["--only", "so-cu-mot"]).must(0);
        assert!(ran.out.contains("1 copies made, 1 finished ones kept"), "{}", ran.out);
        assert_eq!(assert_whole(office.path()).copies.len(), 2);
        let ran = handout(office.path(), &["--only", "so-cu-mto"]).must(2);
        assert!(
            ran.err.contains("`so-cu-mto` is not among those") && ran.err.contains("write `so-cu-mot`"),
            "{}",
            ran.err
        );
    }

    #[test]
    fn one_bad_department_does_not_lose_the_others() {
        let office = office();
        put(&office.path().join("don-vi.csv"), "id,name\nso-a,Sở A\nso-b,Sở 漢\ncon,Sở Con\nso-d,Sở D\n");
        let ran = handout(office.path(), &["--list", "don-vi.csv"]).must(1);
        for words in [
            "2 copies made, 2 failed",
            "so-b (Sở 漢): the fonts lack `漢` (U+6F22)",
            "con (Sở Con): `con` cannot name a folder",
            "run the same command again",
        ] {
            assert!(ran.out.contains(words), "{words}: {}", ran.out);
        }
        let ledger = assert_whole(office.path());
        assert_eq!(ledger.copies.iter().map(|copy| copy.id.as_str()).collect::<Vec<_>>(), ["so-a", "so-d"]);
        assert_eq!(ledger.failed.iter().map(|copy| copy.id.as_str()).collect::<Vec<_>>(), ["so-b", "con"]);
        let vi = camnang(office.path(), &["handout", "--edition", "nam-2030", "--list", "don-vi.csv"]).must(1);
        assert!(vi.out.contains("phông chữ không có `漢`") && vi.out.contains("2 đơn vị không làm được"), "{}", vi.out);
        // A name that was good and no longer is: what was made under it goes.
        put(&office.path().join("don-vi.csv"), "id,name\nso-a,Sở 漢\nso-b,Sở B\nso-d,Sở D\n");
        let ran = handout(office.path(), &["--list", "don-vi.csv"]).must(1);
        assert!(ran.out.contains("1 failed"), "{}", ran.out);
        let ledger = assert_whole(office.path());
        assert_eq!(ledger.copies.iter().map(|copy| copy.id.as_str()).collect::<Vec<_>>(), ["so-b", "so-d"]);
    }

    #[test]
    fn all_faults_of_a_list_are_reported_at_once() {
        let office = office();
        let list = office.path().join("don-vi.csv");
        put(&list, "id,name,emial\nso-a,Sở A,\n");
        let ran = handout(office.path(), &["--list", "don-vi.csv"]).must(1);
        assert_eq!(ran.out, "don-vi.csv:1: error: there is no column `emial`\n  → write `email`\n");
        put(
            &list,
            "id,name,email,audiences\nSở A,Sở A,,\nso-b,Sở B,b@,so\nso-b,Sở B,,soo\nso-c,Số 1, phố C,,,\nso-cu-mto,,,\n",
        );
        let ran = handout(office.path(), &["--list", "don-vi.csv"]).must(1);
        let expected = "don-vi.csv:2: error: `Sở A` is no id: an id has small letters without marks, digits, - and .\n  → write `so-a`\n\
            don-vi.csv:3: error: `b@` is no e-mail address\n  → write one address, such as van-thu@so.example.vn, or leave it empty\n\
            don-vi.csv:4: error: the id `so-b` is in line 3 already\n  → delete one of the rows, or give it another id\n\
            don-vi.csv:4: error: `soo` is not among the audiences of vocabulary.yaml\n  → write `so`\n\
            don-vi.csv:5: error: ` phố C` is no e-mail address\n  → x\n\
            don-vi.csv:6: error: `so-cu-mto` is not in departments.yaml, and the row has no name (column `name`)\n  → do you mean `so-cu-mot`? If not, write the department's name into the column `name`\n";
        assert_eq!(
            ran.out,
            expected
                .replace("` phố C`", "`phố C`")
                .replace("  → x\n", "  → write one address, such as van-thu@so.example.vn, or leave it empty\n")
        );
        let vi = camnang(office.path(), &["handout", "--edition", "nam-2030", "--list", "don-vi.csv"]).must(1);
        assert!(
            vi.out.contains("don-vi.csv:4: lỗi: id `so-b` đã có ở dòng 3\n  → xoá một dòng, hoặc đặt id khác\n"),
            "{}",
            vi.out
        );
        for (bytes, words) in [
            (&b"id;name\nso-a;S\xf4 A\n"[..], "the letters of the list cannot be read\n  → in Excel choose Save As"),
            (b"", "the list has no rows"),
            (b"id,name\n", "the list has no rows"),
            (b"name\nA\n", "the column `id` is missing"),
            (b"id,id\na,b\n", "the column `id` is there twice"),
            (b"id\nso-cu-mot,x\n", "the row has 2 cells, and there are 1 columns"),
            (b"id,name\nso-a,A\x07\n", "a hidden character, U+0007 BELL"),
        ] {
            put(&list, bytes);
            let ran = handout(office.path(), &["--list", "don-vi.csv"]).must(1);
            assert!(ran.out.contains(words), "{words}: {}", ran.out);
        }
        assert!(!office.path().join("output").exists(), "a faulty list makes nothing");
        let ran = handout(office.path(), &["--list", "khong-co.csv"]).must(2);
        assert!(ran.err.contains("cannot read the list `khong-co.csv`"), "{}", ran.err);
    }

    #[test]
    fn who_may_not_exist_is_asked_about() {
        let office = office();
        let departments = office.path().join("corpus/departments.yaml");
        let doubt = "until: {unknown: Không ai nhớ, earliest: 2025-01-01}";
        put(&departments, text(&departments).replace("until: 2032-07-01", doubt));
        let ran = handout(office.path(), &[]).must(2);
        assert!(ran.err.contains("`so-cu` (Hai sở cũ)") && ran.err.contains("--group ID"), "{}", ran.err);
        let ran = handout(office.path(), &["--group", "so-moi"]).must(0);
        assert!(ran.out.contains("1 copies made"), "{}", ran.out);
        let ran = handout(office.path(), &["--group", "so-moii"]).must(2);
        assert!(ran.err.contains("write `so-moi`"), "{}", ran.err);
        put(&departments, text(&departments).replace(doubt, "until: 2030-06-01"));
        let ran = handout(office.path(), &[]).must(2);
        assert!(ran.err.contains("certainly exists on 2030-06-01"), "{}", ran.err);
    }

    /// A list of many departments, so that a run can be interrupted.
    fn many(office: &Path, count: usize) {
        let rows: String = (1..=count).map(|number| format!("so-{number},Sở số {number}\n")).collect();
        put(&office.join("don-vi.csv"), format!("id,name\n{rows}"));
    }

    /// The real program is really killed; what it finished is not made again, and what it had begun is never seen.
    #[test]
    #[cfg(unix)]
    fn a_killed_run_is_taken_up_where_it_was() {
        use std::os::unix::fs::MetadataExt;
        use std::os::unix::process::ExitStatusExt;

        const COUNT: usize = 24;
        let (whole, killed) = (office(), office());
        many(whole.path(), COUNT);
        many(killed.path(), COUNT);
        handout(whole.path(), &["--list", "don-vi.csv"]).must(0);
        let expected = tree(&whole.path().join(COPIES));

        let folder = killed.path().join(COPIES);
        let finished = || {
            let entries = fs::read_dir(&folder).into_iter().flatten().map(|entry| entry.unwrap());
            let names = entries.map(|entry| entry.file_name().into_string().unwrap());
            names.filter(|name| name.starts_with("so-")).collect::<Vec<String>>()
        };
        let mut child = super::program::program(killed.path())
            .args(["handout", "--edition", "nam-2030", "--list", "don-vi.csv"])
            .stdout(std::process::Stdio::null())
            .stderr(std::process::Stdio::null())
            .spawn()
            .unwrap();
        while finished().len() < 4 {
            assert!(child.try_wait().unwrap().is_none(), "the run ended before it could be killed");
            std::thread::sleep(std::time::Duration::from_millis(1));
        }
        child.kill().unwrap();
        assert_eq!(child.wait().unwrap().signal(), Some(9));

        let ids = finished();
        assert!((4..COUNT).contains(&ids.len()), "{ids:?}");
        assert!(!folder.join("ledger.json").exists(), "a ledger of what was not finished");
        // Each folder that is seen is whole.
        for id in &ids {
            for name in ["manifest.json", "nam-2030-{id}.pdf", "nam-2030-{id}-cong-van.pdf", "nam-2030-{id}.zip"] {
                let name = format!("{id}/{}", name.replace("{id}", id));
                assert!(fs::read(folder.join(&name)).unwrap() == expected[&name], "{name}");
            }
        }
        // The same files, not others of the same content: the folder's number in the file system.
        let numbers = |ids: &[String]| {
            let number = |id: &String| fs::metadata(folder.join(id).join("manifest.json")).unwrap().ino();
            ids.iter().map(number).collect::<Vec<u64>>()
        };
        let before = numbers(&ids);
        let ran = handout(killed.path(), &["--list", "don-vi.csv"]).must(0);
        let words = format!("{} copies made, {} finished ones kept", COUNT - ids.len(), ids.len());
        assert!(ran.out.contains(&words), "{words}: {}", ran.out);
        assert_eq!(numbers(&ids), before, "a finished copy was made again");
        assert_same(&expected, &tree(&folder), "after the second run");
    }

    #[test]
    fn two_runs_at_once_do_not_mix() {
        let office = office();
        let around = camnang::internals::publish::Surroundings::default();
        let held = camnang::internals::publish::HandoutFolder::open(&office.path().join(COPIES), &around, |_| None);
        let held = held.unwrap().unwrap();
        let ran = handout(office.path(), &[]).must(2);
        assert!(ran.err.contains("another run of camnang handout is writing to"), "{}", ran.err);
        drop(held);
        handout(office.path(), &["--only", "so-cu-mot"]).must(0);
    }

    fn verify(office: &Path, args: &[&str]) -> Ran {
        camnang(office, &[&["verify", "--lang", "en"], args].concat())
    }

    #[test]
    fn a_hand_out_is_verified_whole_and_file_by_file() {
        let office = office();
        handout(office.path(), &[]).must(0);
        let (id, pdf) = ("so-cu-mot", format!("{COPIES}/so-cu-mot/nam-2030-so-cu-mot.pdf"));
        let hash = sha256(&fs::read(office.path().join(&pdf)).unwrap());
        let copy_of = |name: &str| {
            let path = office.path().join("noi-khac").join(name);
            put(&path, fs::read(office.path().join(&pdf)).unwrap());
            format!("noi-khac/{name}")
        };
        let elsewhere = copy_of("nam-2030-so-cu-mot.pdf");
        let renamed = copy_of("tai-ve (1).pdf");
        let (ledger, sums) = (format!("{COPIES}/ledger.json"), format!("{COPIES}/SHA256SUMS"));
        let spaced = format!("{} {}", hash[..32].to_uppercase(), &hash[32..]);
        for args in [
            &[COPIES][..],
            &[&format!("{COPIES}/{id}")],
            &[&pdf],
            &[&format!("{COPIES}/{id}/nam-2030-so-cu-mot.zip")],
            &[&elsewhere, "--against", &ledger],
            &[&elsewhere, "--against", &sums],
            &[&elsewhere, "--against", &hash],
            &[&renamed, "--against", &spaced],
        ] {
            assert!(verify(office.path(), args).must(0).out.starts_with("Unchanged: "), "{args:?}");
        }
        let ran = verify(office.path(), &[&renamed, "--against", &ledger]).must(0);
        assert!(ran.out.contains("is the file `so-cu-mot/nam-2030-so-cu-mot.pdf` under another name"), "{}", ran.out);
        let vi = camnang(office.path(), &["verify", COPIES]).must(0);
        assert!(vi.out.contains("đúng là của ấn bản nam-2030 (tính đến 2030-06-01), đủ 8 tệp"), "{}", vi.out);

        // Cannot be verified.
        for (args, words) in [
            (&[elsewhere.as_str()][..], "give the record or the hash with --against"),
            (&["khong-co.pdf"], "--against"),
            (&[&elsewhere, "--against", "corpus/vocabulary.yaml"], "neither a record"),
            (&[&elsewhere, "--against", "khong-co.json"], "there is no such folder or file"),
            (&[COPIES, "--against", &hash], "a hash is for one file"),
        ] {
            let ran = verify(office.path(), args).must(2);
            assert!(ran.err.contains(words), "{words}: {}", ran.err);
        }

        // One byte is another; a file is gone; one is too many; the table for Excel was edited.
        let mut bytes = fs::read(office.path().join(&pdf)).unwrap();
        let middle = bytes.len() / 2;
        bytes[middle] ^= 1;
        fs::write(office.path().join(&pdf), &bytes).unwrap();
        fs::remove_file(office.path().join(COPIES).join("so-cu-hai/nam-2030-so-cu-hai.zip")).unwrap();
        put(&office.path().join(COPIES).join("so-cu-hai/la.pdf"), "la");
        put(&office.path().join(COPIES).join("ledger.csv"), "id\n");
        let ran = verify(office.path(), &[COPIES]).must(1);
        for words in [
            format!(
                "Changed: so-cu-mot/nam-2030-so-cu-mot.pdf\n  expected hash  {hash}\n  found hash     {}\n",
                sha256(&bytes)
            ),
            "Changed: ledger.csv\n".to_owned(),
            "Missing: so-cu-hai/nam-2030-so-cu-hai.zip\n".to_owned(),
            "Extra, in no record: so-cu-hai/la.pdf\n".to_owned(),
            "do not use it".to_owned(),
        ] {
            assert!(ran.out.contains(&words), "{words}: {}", ran.out);
        }
        assert!(verify(office.path(), &[&pdf]).must(1).out.starts_with("Changed: "));
        assert!(verify(office.path(), &[&pdf, "--against", &hash]).must(1).out.starts_with("Changed: "));
        let ran = verify(office.path(), &[&format!("{COPIES}/so-cu-hai/la.pdf")]).must(1);
        assert!(ran.out.starts_with("Does not belong to this edition"), "{}", ran.out);
    }

    #[test]
    fn the_output_of_a_build_is_verified() {
        let office = office();
        camnang(office.path(), &["build", "nam-2030", "--only", "html"]).must(0);
        assert!(verify(office.path(), &["output/nam-2030"]).must(0).out.contains("the edition nam-2030"));
        verify(office.path(), &["output/nam-2030/html/index.html"]).must(0);
        // A record vouches for its folder.
        let ran = verify(office.path(), &["output/nam-2030/manifest.json"]).must(0);
        assert_eq!(ran.out, verify(office.path(), &["output/nam-2030"]).must(0).out);
        put(&office.path().join("output/nam-2030/html/index.html"), "khác");
        assert!(verify(office.path(), &["output/nam-2030"]).must(1).out.contains("Changed: html/index.html"));
    }
}
