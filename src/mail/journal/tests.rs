use super::*;

fn entry(event: JournalEvent) -> JournalEntry {
    JournalEntry { version: VERSION, at: "2026-11-25T08:00:00Z".to_owned(), edition: "thu".to_owned(), event }
}

fn sending(parcel: &str) -> JournalEvent {
    JournalEvent::Sending(Sending {
        department: "so-a".to_owned(),
        name: "Sở A".to_owned(),
        serial: "thu-001".to_owned(),
        address: "van-thu@so-a.example".to_owned(),
        parcel: parcel.to_owned(),
        message_id: "1@vp.example".to_owned(),
        files: vec![SentFile { path: "so-a/thu-so-a.pdf".to_owned(), sha256: "0".repeat(64) }],
    })
}

fn sent() -> JournalEvent {
    JournalEvent::Sent { department: "so-a".to_owned(), reply: "250 ok".to_owned() }
}

fn uncertain() -> JournalEvent {
    JournalEvent::Uncertain { department: "so-a".to_owned(), reason: "closed".to_owned() }
}

fn refused() -> JournalEvent {
    JournalEvent::Refused { department: "so-a".to_owned(), step: "recipient".to_owned(), reply: "550 no".to_owned() }
}

fn received(what: Answer, on: &str) -> JournalEvent {
    JournalEvent::Received { department: "so-a".to_owned(), what, on: on.to_owned(), note: None, form: None }
}

/// The lines as the program writes them, one after the other.
fn lines(events: Vec<JournalEvent>) -> Vec<String> {
    let mut link = ChainLink::default();
    let line = |event| {
        let (line, next) = entry(event).to_line(&link).unwrap();
        link = next;
        line
    };
    events.into_iter().map(line).collect()
}

fn text(events: Vec<JournalEvent>) -> String {
    lines(events).concat()
}

/// As former versions wrote them: without checksums.
fn old(events: Vec<JournalEvent>) -> String {
    events.into_iter().map(|event| entry(event).to_unsealed_line().unwrap()).collect()
}

fn standing(events: Vec<JournalEvent>) -> DeliveryRecord {
    let journal = if events.is_empty() { Journal::default() } else { read(text(events).as_bytes()).unwrap() };
    journal.standing("thu", "so-a")
}

#[test]
fn what_is_written_is_read() {
    let events = vec![sending("1"), sent(), uncertain(), refused(), received(Answer::Report, "2026-11-25")];
    let journal = read(text(events.clone()).as_bytes()).unwrap();
    assert_eq!(journal.entries.into_iter().map(|entry| entry.event).collect::<Vec<_>>(), events);
    assert_eq!(journal.end, FileEnd::Whole);
    for lost in ["", "\u{feff}", "\n", "\r\n\r\n", "\0"] {
        assert!(read(lost.as_bytes()).is_err(), "{lost:?}: no journal that was begun is empty");
        let (journal, done) = aside(lost.as_bytes(), &ALL);
        assert!(done.everyone() && free(&journal).is_empty(), "{lost:?}");
    }
}

/// Whatever byte a crash cuts at, every whole line is read, and the rest is known for what it is.
#[test]
fn a_journal_cut_anywhere_loses_no_line() {
    let whole = text(vec![sending("1"), sent(), received(Answer::Acknowledgement, "2026-11-25")]);
    for cut in 0..=whole.len() {
        let bytes = &whole.as_bytes()[..cut];
        if cut == 0 {
            assert_eq!(faults(bytes), [(1, LineFault::Emptied)]);
            continue;
        }
        let journal = read(bytes).unwrap_or_else(|bad| panic!("cut at {cut}: {bad:?}"));
        let lines = bytes.iter().filter(|byte| **byte == b'\n').count();
        match journal.end {
            FileEnd::Whole => assert_eq!(journal.entries.len(), lines, "cut at {cut}"),
            FileEnd::NoLineFeed => assert_eq!(journal.entries.len(), lines + 1, "cut at {cut}"),
            FileEnd::Torn { line, from } => {
                assert_eq!(journal.entries.len(), lines, "cut at {cut}");
                assert_eq!(line.as_bytes()[0], bytes[from], "cut at {cut}");
                let (noted, link) = entry(JournalEvent::Repaired { torn: line }).to_line(&journal.link).unwrap();
                let (next, _) = entry(sent()).to_line(&link).unwrap();
                let repaired = read(&[&bytes[..from], noted.as_bytes(), next.as_bytes()].concat()).unwrap();
                assert_eq!((repaired.entries.len(), repaired.end), (lines + 2, FileEnd::Whole), "cut at {cut}");
            }
        }
    }
}

/// A former version noted a torn line on the next one, and left it where it was.
#[test]
fn what_a_former_version_wrote_is_read_and_continued_with_checksums() {
    let first = old(vec![sending("1")]);
    let torn = r#"{"version":1,"at":"2026"#;
    let noted = old(vec![JournalEvent::Repaired { torn: torn.to_owned() }]);
    let former = format!("{first}{torn}\n{noted}{}", old(vec![sent()]));
    let journal = read(former.as_bytes()).unwrap();
    assert_eq!((journal.entries.len(), &journal.end), (3, &FileEnd::Whole));
    let (next, _) = entry(received(Answer::Report, "2026-11-25")).to_line(&journal.link).unwrap();
    let both = format!("{former}{next}");
    assert_eq!(read(both.as_bytes()).unwrap().entries.len(), 4);
    // The first line with a checksum vouches for all before it.
    let changed = both.replacen("Sở A", "Sở B", 1);
    assert_eq!(faults(changed.as_bytes()), [(5, LineFault::AfterGap)]);
    let without = both.replacen(&first, "", 1);
    assert_eq!(faults(without.as_bytes()), [(4, LineFault::AfterGap)]);
    // A former version would go on without.
    let mixed = format!("{both}{}", old(vec![sent()]));
    assert_eq!(faults(mixed.as_bytes()), [(6, LineFault::Unsealed)]);
}

fn faults(bytes: &[u8]) -> Vec<(usize, LineFault)> {
    match read(bytes) {
        Ok(_) => Vec::new(),
        Err(damage) => damage.lines.into_iter().map(|line| (line.number, line.fault)).collect(),
    }
}

fn of(id: &str, event: JournalEvent) -> JournalEvent {
    let json = serde_json::to_string(&event).unwrap().replace("so-a", id);
    serde_json::from_str(&json).unwrap()
}

/// `so-a` and `so-b` were sent to, `so-c` was begun, `so-d` has nothing.
fn course() -> Vec<String> {
    let both = |id: &str| [of(id, sending(id)), of(id, sent())];
    lines([both("so-a"), both("so-b")].concat().into_iter().chain([of("so-c", sending("so-c"))]).collect())
}

/// Without what is damaged, as the command does it.
fn aside(bytes: &[u8], known: &[&str]) -> (Journal, SettingAside) {
    let known: Vec<KnownDepartment> = known
        .iter()
        .map(|id| KnownDepartment { id: (*id).to_owned(), address: Some(format!("van-thu@{id}.example")) })
        .collect();
    let done = set_aside(bytes, &known, "so.jsonl.set-aside-1", &entry).unwrap().expect("damage");
    (read(&done.journal).expect("whole again"), done)
}

const ALL: [&str; 4] = ["so-a", "so-b", "so-c", "so-d"];

/// Ids of those that would be sent to.
fn free(journal: &Journal) -> Vec<&'static str> {
    let is_free = |id: &&str| {
        let standing = journal.standing("thu", id);
        standing.sent.is_none() && standing.uncertain.is_none()
    };
    ALL.into_iter().filter(is_free).collect()
}

type Harm = fn(&str) -> Vec<u8>;

/// Damage to the bytes of a line, its line feed included.
const HARMS: [(&str, Harm); 14] = [
    ("curled quotes", |line| line.replace('"', "\u{201d}").into_bytes()),
    ("quotes of another kind", |line| line.replacen('"', "\u{201c}", 7).into_bytes()),
    ("UTF-16, little end first", |line| line.encode_utf16().flat_map(u16::to_le_bytes).collect()),
    ("UTF-16, big end first", |line| line.encode_utf16().flat_map(u16::to_be_bytes).collect()),
    ("zeros", |line| vec![0; line.len()]),
    ("zeros within", |line| [&line.as_bytes()[..40], &[0; 30], &line.as_bytes()[70..]].concat()),
    ("its middle gone", |line| [&line.as_bytes()[..60], &line.as_bytes()[line.len() - 60..]].concat()),
    ("its beginning gone", |line| line.as_bytes()[30..].to_vec()),
    ("its end gone", |line| [&line.as_bytes()[..80], b"\n"].concat()),
    ("another letter", |line| line.replacen("2026", "2025", 1).into_bytes()),
    ("set out anew", |line| line.replace("\":", "\": ").into_bytes()),
    ("its checksum gone", |line| format!("{}}}\n", &line[..line.rfind(",\"checksum").unwrap()]).into_bytes()),
    ("another version", |line| line.replace("\"version\":1", "\"version\":2").into_bytes()),
    ("an empty line", |_| b"\n".to_vec()),
];

/// The lines with one of them harmed.
fn harmed(lines: &[String], at: usize, harm: Harm) -> Vec<u8> {
    let harmed = |(index, line): (usize, &String)| if index == at { harm(line) } else { line.clone().into_bytes() };
    lines.iter().enumerate().flat_map(harmed).collect()
}

/// Whatever happens to whichever line: the file is not taken for whole, what is damaged is kept byte for byte, and nobody
/// who was sent to, or may have been, is sent to again.
#[test]
fn every_damage_of_every_line_is_noticed_and_set_aside() {
    let whole = course();
    for (kind, harm) in HARMS {
        for at in 0..whole.len() {
            let bytes = harmed(&whole, at, harm);
            let number = read(&bytes).expect_err(kind).lines[0].number;
            assert_eq!(number, at + 1, "{kind}, line {}", at + 1);
            let (journal, done) = aside(&bytes, &ALL);
            // An empty line in the place of the last is what an editor leaves; that the last is gone cannot be known.
            let is_cut = kind == "an empty line" && at + 1 == whole.len();
            let is_free = |id: &&str| *id == "so-d" || (is_cut && *id == "so-c");
            assert!(free(&journal).iter().all(is_free), "{kind}, line {}: {:?}", at + 1, free(&journal));
            // The lines kept and those set aside are all there was, and the rest is plain JSON.
            let is_new = |line: &&[u8]| !String::from_utf8_lossy(line).contains("set-aside");
            let kept: Vec<&[u8]> = done.journal.split_inclusive(|byte| *byte == b'\n').filter(is_new).collect();
            assert!(kept.iter().all(|line| whole.iter().any(|known| known.as_bytes() == *line)), "{kind}");
            assert!(kept.concat().len() + done.taken.len() == bytes.len(), "{kind}, line {}", at + 1);
            let text = String::from_utf8(done.journal).unwrap();
            assert!(text.lines().all(|line| serde_json::from_str::<serde_json::Value>(line).is_ok()), "{kind}");
        }
    }
}

/// Damage that says whom it is about, and beside which nothing is missing, holds up nobody else.
#[test]
fn what_can_be_read_of_a_damaged_line_is_whom_it_concerns() {
    let whole = course();
    for (kind, harm) in HARMS.iter().take(4).filter(|(kind, _)| !kind.contains("little")) {
        let harmed = |at: usize| harmed(&whole, at, *harm);
        // The word that so-a was sent to: it may have been.
        let (journal, done) = aside(&harmed(1), &ALL);
        assert_eq!((&done.places[0].departments, done.everyone()), (&vec!["so-a".to_owned()], false), "{kind}");
        assert_eq!(journal.standing("thu", "so-a").uncertain.map(|doubt| doubt.why), Some(Why::SetAside), "{kind}");
        assert!(journal.standing("thu", "so-b").uncertain.is_none(), "{kind}");
        assert_eq!(free(&journal), ["so-d"], "{kind}");
        // That it was begun; the word that it was sent comes after, and is certain.
        let (journal, _) = aside(&harmed(0), &ALL);
        let standing = journal.standing("thu", "so-a");
        assert!(standing.uncertain.is_none() && standing.sent.is_some_and(|sent| sent.message.is_none()), "{kind}");
    }
    // The whole file, as a word processor saves it.
    for (kind, harm) in [HARMS[0], HARMS[2], HARMS[3]] {
        let bytes = harm(&whole.concat());
        let (journal, done) = aside(&bytes, &ALL);
        assert!(done.taken == bytes, "{kind}");
        assert_eq!((done.everyone(), free(&journal)), (false, vec!["so-d"]), "{kind}");
    }
}

#[test]
fn zeros_may_have_been_about_anyone_who_is_not_certain() {
    let mut bytes = course().concat().into_bytes();
    bytes.extend([0; 700]);
    assert_eq!(faults(&bytes), [(6, LineFault::Unreadable)], "a crash leaves no zeros that anything was built on");
    let (journal, done) = aside(&bytes, &ALL);
    assert!(done.everyone() && free(&journal).is_empty());
    assert!(journal.standing("thu", "so-a").uncertain.is_none(), "certain is certain");
    assert!(journal.standing("thu", "so-d").uncertain.is_some());
    assert!(journal.standing("khac", "so-d").uncertain.is_some(), "the lines may have been of another edition");
    // It goes on from there.
    let (next, _) = entry(of("so-d", sending("4"))).to_line(&journal.link).unwrap();
    assert!(read(&[&done.journal, next.as_bytes()].concat()).is_ok());
}

/// Lines that are whole, but not where they were written. The last lines of a journal can be taken away without a trace.
#[test]
fn lines_taken_away_moved_or_repeated_are_noticed() {
    let whole = course();
    let arranged = |order: &[usize]| order.iter().map(|index| whole[*index].as_str()).collect::<String>();
    type Case = (&'static str, &'static [usize], &'static [(usize, LineFault)]);
    let cases: [Case; 9] = [
        ("the first gone", &[1, 2, 3, 4], &[(1, LineFault::AfterGap)]),
        ("one gone", &[0, 1, 3, 4], &[(3, LineFault::AfterGap)]),
        ("two gone", &[0, 3, 4], &[(2, LineFault::AfterGap)]),
        ("two gaps", &[0, 2, 4], &[(2, LineFault::AfterGap), (3, LineFault::AfterGap)]),
        ("repeated", &[0, 1, 1, 2, 3, 4], &[(3, LineFault::Copy)]),
        ("repeated at the end", &[0, 1, 2, 3, 4, 1], &[(6, LineFault::Copy)]),
        (
            "swapped",
            &[0, 2, 1, 3, 4],
            &[(2, LineFault::Misplaced), (3, LineFault::Misplaced), (4, LineFault::Misplaced)],
        ),
        ("moved to the end", &[0, 2, 3, 4, 1], &[(2, LineFault::Misplaced), (5, LineFault::Misplaced)]),
        ("the last gone", &[0, 1, 2, 3], &[]),
    ];
    for (kind, order, expected) in cases {
        let bytes = arranged(order);
        assert_eq!(faults(bytes.as_bytes()), expected, "{kind}");
        if expected.is_empty() {
            continue;
        }
        let (journal, done) = aside(bytes.as_bytes(), &ALL);
        let is_gap = expected.iter().any(|(_, fault)| *fault == LineFault::AfterGap);
        assert_eq!(done.everyone(), is_gap, "{kind}");
        assert_eq!(free(&journal), if is_gap { vec![] } else { vec!["so-d"] }, "{kind}");
        let again = [&done.journal, done.journal.split_inclusive(|byte| *byte == b'\n').next().unwrap()].concat();
        assert_ne!(faults(&again), [], "{kind}: what comes after is chained as before");
    }
    assert_eq!(free(&aside(arranged(&[0, 1, 1, 2, 3, 4]).as_bytes(), &ALL).0), ["so-d"]);
    assert!(aside(arranged(&[0, 1, 1, 2, 3, 4]).as_bytes(), &ALL).0.standing("thu", "so-a").uncertain.is_none());
    let twice = [arranged(&[0, 1]), arranged(&[0, 1, 2])].concat();
    assert_eq!(faults(twice.as_bytes())[0], (3, LineFault::Copy), "one journal behind another");
}

/// A line that swallowed others, or that was changed by hand, does not say whom else it concerns.
#[test]
fn where_more_may_be_missing_nobody_uncertain_is_sent_to() {
    let whole =
        lines(["so-a", "so-b", "so-c"].into_iter().flat_map(|id| [of(id, sending(id)), of(id, sent())]).collect());
    // From within the word on so-a to within the word on so-c: so-b is gone without a trace.
    let swallowed = format!("{}{}{}", whole[0], &whole[1][..100], &whole[5][100..]);
    let (journal, done) = aside(swallowed.as_bytes(), &ALL);
    assert!(done.everyone() && free(&journal).is_empty(), "{:?}", free(&journal));
    // An id replaced throughout the file.
    let renamed = whole.concat().replace("so-b", "so-x");
    let (journal, _) = aside(renamed.as_bytes(), &ALL);
    assert!(free(&journal).is_empty(), "{:?}", free(&journal));
    // An empty line in the place of two, and a line gone beside one that can be read.
    for at in [1, 2, 4] {
        let blank = format!("{}\n{}", whole[..at].concat(), whole.get(at + 2..).unwrap_or_default().concat());
        let (journal, done) = aside(blank.as_bytes(), &ALL);
        assert_eq!(done.everyone(), at < 4, "{at}");
        assert!(at == 4 || free(&journal).is_empty(), "{at}: {:?}", free(&journal));
    }
    for gone in 1..5 {
        let curled = whole[5].replace('"', "\u{201d}");
        let bytes = format!("{}{}{curled}", whole[..gone].concat(), whole[gone + 1..5].concat());
        let (journal, done) = aside(bytes.as_bytes(), &ALL);
        assert!(done.everyone() && free(&journal).is_empty(), "{gone}: {:?}", free(&journal));
    }
    // A record of lines set aside before is damaged in its turn.
    let mut zeros = whole.concat().into_bytes();
    zeros.extend([0; 50]);
    let (_, done) = aside(&zeros, &ALL);
    let curled = String::from_utf8(done.journal).unwrap().replace('"', "\u{201d}");
    let (journal, _) = aside(curled.as_bytes(), &ALL);
    assert!(free(&journal).is_empty(), "{:?}", free(&journal));
}

/// All in one line, as a mail program or a form would have it: neither one line, nor the beginning of one.
#[test]
fn lines_without_their_line_feeds_are_no_torn_line() {
    for whole in [course(), course().iter().map(|line| old(vec![entry_of(line).event])).collect()] {
        for between in ["", " ", "\r", "\t", "\u{2028}", ", "] {
            for from in 0..whole.len() - 1 {
                let joined = whole[from..].concat().trim_end().replace('\n', between);
                let bytes = format!("{}{joined}", whole[..from].concat());
                assert_eq!(faults(bytes.as_bytes()), [(from + 1, LineFault::Unreadable)], "{between:?} from {from}");
                let cut = &bytes[..bytes.len() - 20];
                assert_eq!(faults(cut.as_bytes()), [(from + 1, LineFault::Unreadable)], "{between:?} from {from}, cut");
                assert!(free(&aside(cut.as_bytes(), &ALL).0).iter().all(|id| *id == "so-d"));
            }
        }
    }
}

fn entry_of(line: &str) -> JournalEntry {
    serde_json::from_str(line).unwrap()
}

#[test]
fn damage_of_an_older_journal() {
    let whole = [of("so-a", sending("1")), of("so-a", sent()), of("so-b", sending("2")), of("so-b", sent())]
        .map(|event| old(vec![event]));
    for at in 0..4 {
        let (journal, done) = aside(&harmed(&whole, at, HARMS[0].1), &ALL);
        assert_eq!((free(&journal), done.everyone()), (vec!["so-c", "so-d"], false), "line {at}");
        let (journal, done) = aside(&harmed(&whole, at, HARMS[7].1), &ALL);
        assert_eq!((free(&journal), done.everyone()), (vec![], true), "line {at}");
        let (next, _) = entry(sent()).to_line(&journal.link).unwrap();
        assert!(read(&[&done.journal, next.as_bytes()].concat()).is_ok(), "line {at}");
    }
}

/// A small generator of numbers; the same at every run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % bound.max(1) as u64) as usize
    }
}

/// One of the first `kinds` things that happen to the bytes of a file.
fn mutilated(bytes: &[u8], kinds: usize, numbers: &mut Numbers) -> Vec<u8> {
    let from = numbers.below(bytes.len());
    let to = from + 1 + numbers.below(bytes.len() - from);
    let (before, range, after) = (&bytes[..from], &bytes[from..to], &bytes[to..]);
    let feeds = bytes.iter().filter(|byte| **byte == b'\n').count();
    let lines: Vec<&[u8]> = bytes.split_inclusive(|byte| *byte == b'\n').collect();
    let (one, other) = (numbers.below(lines.len()), numbers.below(lines.len()));
    match numbers.below(kinds) {
        0 => [before, after].concat(),
        1 => [before, &vec![0; range.len()], after].concat(),
        2 => [before, range, range, after].concat(),
        3 => [before, &range.iter().map(|byte| byte ^ 4).collect::<Vec<u8>>(), after].concat(),
        4 => [before, b"\n", range, after].concat(),
        5 => [before, &[0xff, 0xfe], range, after].concat(),
        6 if feeds > 1 => {
            [before, &range.iter().copied().filter(|byte| *byte != b'\n').collect::<Vec<u8>>(), after].concat()
        }
        7 => {
            let mut lines = lines;
            lines.swap(one, other);
            lines.concat()
        }
        _ => {
            let mut lines = lines;
            let moved = lines.remove(one);
            lines.insert(other.min(lines.len()), moved);
            lines.concat()
        }
    }
}

/// Whatever happens to a journal, even twice, but that its end is taken away: nobody who was sent to, or may have been,
/// is sent to again.
#[test]
fn no_damage_makes_anyone_be_sent_to_again() {
    let whole = course().concat().into_bytes();
    let rounds = if option_env!("CAMNANG_LONG").is_some() { 120_000 } else { 4_000 };
    for seed in 1..=rounds {
        let mut numbers = Numbers(u64::wrapping_mul(seed, 0x9e37_79b9_7f4a_7c15));
        let bytes = match numbers.below(2) {
            0 => mutilated(&whole, 9, &mut numbers),
            _ => {
                let once = mutilated(&whole, 7, &mut numbers);
                if once.is_empty() { once } else { mutilated(&once, 7, &mut numbers) }
            }
        };
        if whole.starts_with(&bytes) {
            continue;
        }
        let journal = match read(&bytes) {
            // Its end is gone.
            Ok(Journal { end: FileEnd::Torn { line, .. }, .. }) if line.matches("\"event\"").count() < 2 => continue,
            // Of all its lines nothing is left but one that looks as if a former version had written it.
            Ok(_) if !String::from_utf8_lossy(&bytes).contains("checksum") => continue,
            Ok(journal) => journal,
            Err(_) => aside(&bytes, &ALL).0,
        };
        let free = free(&journal);
        assert!(free.iter().all(|id| *id == "so-d"), "{seed}: {free:?}\n{}", String::from_utf8_lossy(&bytes));
    }
}

#[test]
fn what_editors_leave_changes_no_event() {
    let whole = course().concat();
    let expected = read(whole.as_bytes()).unwrap();
    let crlf = whole.replace('\n', "\r\n");
    let marked = format!("\u{feff}{whole}");
    for (kind, text) in [("CRLF", crlf.clone()), ("mark", marked), ("both", format!("\u{feff}{crlf}"))] {
        assert_eq!(
            read(text.as_bytes()),
            Ok(Journal { end: FileEnd::Whole, ..read(whole.as_bytes()).unwrap() }),
            "{kind}"
        );
    }
    assert_eq!(expected.entries.len(), 5);
}

#[test]
fn standings() {
    let never = standing(vec![]);
    assert_eq!(never, DeliveryRecord::default());
    let done = standing(vec![sending("1"), sent()]);
    assert!(done.sent.is_some() && done.uncertain.is_none() && done.failed.is_none());
    // Stopped between the two.
    let open = standing(vec![sending("1")]);
    assert!(open.sent.is_none() && open.uncertain.is_some());
    let dropped = standing(vec![sending("1"), uncertain()]);
    assert!(dropped.sent.is_none() && dropped.uncertain.is_some_and(|doubt| doubt.why == Why::NoWord));
    let no = standing(vec![sending("1"), refused()]);
    assert!(no.sent.is_none() && no.uncertain.is_none() && no.failed.is_some());
    // Stopped, closed as that, and then not even begun again: it stays uncertain.
    assert!(standing(vec![sending("1"), uncertain(), refused()]).uncertain.is_some());
    let interrupted = |events| read(text(events).as_bytes()).unwrap().interrupted("thu");
    assert_eq!(interrupted(vec![sending("1"), sent(), sending("2")]), ["so-a"]);
    assert!(interrupted(vec![sending("1"), uncertain()]).is_empty());
    // Sent again: the word of the second settles both, its silence neither.
    assert!(standing(vec![sending("1"), uncertain(), sending("1"), sent()]).uncertain.is_none());
    assert!(standing(vec![sending("1"), sending("1"), refused()]).uncertain.is_some());
    // The line that began it is gone: sent is sent, and doubt is doubt.
    assert!(standing(vec![sent()]).sent.is_some_and(|sent| sent.message.is_none()));
    assert!(standing(vec![uncertain()]).uncertain.is_some());
    // A refusal of the second takes nothing from the first.
    assert!(standing(vec![sending("1"), sent(), sending("2"), refused()]).sent.is_some());
    let again = standing(vec![sending("1"), sent(), sending("2"), sent()]);
    assert_eq!(again.sent.and_then(|sent| sent.message).map(|sending| sending.parcel), Some("2".to_owned()));
}

#[test]
fn an_answer_settles_what_was_uncertain() {
    let answered = standing(vec![sending("1"), uncertain(), received(Answer::Acknowledgement, "2026-11-25")]);
    assert!(answered.sent.is_some() && answered.uncertain.is_none());
    let stopped = standing(vec![sending("1"), received(Answer::Report, "2026-11-25")]);
    assert!(stopped.sent.is_some() && stopped.uncertain.is_none());
    let days = vec![received(Answer::Report, "2026-11-27"), received(Answer::Report, "2026-11-26")];
    assert_eq!(standing(days.clone()).answered(Answer::Report), Some("2026-11-26"));
    assert_eq!(standing(days).answered(Answer::Acknowledgement), None);
}
