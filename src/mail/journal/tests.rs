use super::*;

fn entry(event: Event) -> Entry {
    Entry { version: VERSION, at: "2026-11-25T08:00:00Z".to_owned(), edition: "thu".to_owned(), event }
}

fn sending(parcel: &str) -> Event {
    Event::Sending(Sending {
        department: "so-a".to_owned(),
        name: "Sở A".to_owned(),
        serial: "thu-001".to_owned(),
        address: "van-thu@so-a.example".to_owned(),
        parcel: parcel.to_owned(),
        message_id: "1@vp.example".to_owned(),
        files: vec![SentFile { path: "so-a/thu-so-a.pdf".to_owned(), sha256: "0".repeat(64) }],
    })
}

fn sent() -> Event {
    Event::Sent { department: "so-a".to_owned(), reply: "250 ok".to_owned() }
}

fn uncertain() -> Event {
    Event::Uncertain { department: "so-a".to_owned(), reason: "closed".to_owned() }
}

fn refused() -> Event {
    Event::Refused { department: "so-a".to_owned(), step: "recipient".to_owned(), reply: "550 no".to_owned() }
}

fn received(what: Answer, on: &str) -> Event {
    Event::Received { department: "so-a".to_owned(), what, on: on.to_owned(), note: None }
}

fn text(events: Vec<Event>) -> String {
    events.into_iter().map(|event| entry(event).to_line().unwrap()).collect()
}

fn standing(events: Vec<Event>) -> Standing {
    read(text(events).as_bytes()).unwrap().standing("thu", "so-a")
}

#[test]
fn what_is_written_is_read() {
    let events = vec![sending("1"), sent(), uncertain(), refused(), received(Answer::Report, "2026-11-25")];
    let journal = read(text(events.clone()).as_bytes()).unwrap();
    assert_eq!(journal.entries.into_iter().map(|entry| entry.event).collect::<Vec<_>>(), events);
    assert_eq!(journal.end, End::Whole);
    assert_eq!(read(b""), Ok(Journal::default()));
}

/// Whatever byte a crash cuts at, every whole line is read, and the rest is known for what it is.
#[test]
fn a_journal_cut_anywhere_loses_no_line() {
    let whole = text(vec![sending("1"), sent(), received(Answer::Acknowledgement, "2026-11-25")]);
    for cut in (0..=whole.len()).filter(|cut| cut % 3 == 0 || !whole.is_char_boundary(*cut) || whole.len() - cut < 4) {
        let bytes = &whole.as_bytes()[..cut];
        let journal = read(bytes).unwrap_or_else(|bad| panic!("cut at {cut}: {bad:?}"));
        let lines = bytes.iter().filter(|byte| **byte == b'\n').count();
        match journal.end {
            End::Whole => assert_eq!(journal.entries.len(), lines, "cut at {cut}"),
            End::NoLineFeed => assert_eq!(journal.entries.len(), lines + 1, "cut at {cut}"),
            End::Torn { line, has_line_feed } => {
                assert_eq!((journal.entries.len(), has_line_feed), (lines, false), "cut at {cut}");
                let mended = entry(Event::Mended { torn: line }).to_line().unwrap();
                let again = [bytes, b"\n", mended.as_bytes(), text(vec![sent()]).as_bytes()].concat();
                let again = read(&again).unwrap();
                assert_eq!((again.entries.len(), again.end), (lines + 1, End::Whole), "cut at {cut}");
                // Another crash while that is mended.
                for cut_again in (0..mended.len()).step_by(37).chain([mended.len() - 2, mended.len() - 1]) {
                    let twice = [bytes, b"\n", &mended.as_bytes()[..cut_again]].concat();
                    let End::Torn { line, has_line_feed } = read(&twice).unwrap().end else {
                        assert_eq!(cut_again, mended.len() - 1, "cut at {cut}, {cut_again}");
                        continue;
                    };
                    let mended = entry(Event::Mended { torn: line }).to_line().unwrap();
                    let feed: &[u8] = if has_line_feed { b"" } else { b"\n" };
                    let healed = read(&[&twice, feed, mended.as_bytes()].concat()).unwrap();
                    assert_eq!((healed.entries.len(), healed.end), (lines, End::Whole), "cut at {cut}, {cut_again}");
                }
            }
        }
    }
}

#[test]
fn what_was_changed_by_hand_is_not_taken_for_a_crash() {
    let (first, last) = (text(vec![sending("1")]), text(vec![sent()]));
    let number = |text: String| read(text.as_bytes()).unwrap_err().number;
    assert_eq!(number(format!("{first}rác\n{last}")), 2);
    assert_eq!(number(format!("{first}\n{last}")), 2);
    assert_eq!(number(format!("{first}{}", last.replace(r#""version":1"#, r#""version":2"#))), 2);
    assert_eq!(number(format!("{first}{}", last.replace("sent", "flown"))), 2);
    let mended = entry(Event::Mended { torn: "khác".to_owned() }).to_line().unwrap();
    assert_eq!(number(format!("rác\n{mended}")), 1);
}

#[test]
fn standings() {
    let never = standing(vec![]);
    assert_eq!(never, Standing::default());
    let done = standing(vec![sending("1"), sent()]);
    assert!(done.sent.is_some() && done.uncertain.is_none() && done.failed.is_none());
    // Stopped between the two.
    let open = standing(vec![sending("1")]);
    assert!(open.sent.is_none() && matches!(open.uncertain, Some((_, _, None))));
    let dropped = standing(vec![sending("1"), uncertain()]);
    assert!(dropped.sent.is_none() && matches!(dropped.uncertain, Some((_, _, Some(_)))));
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
    // A refusal of the second takes nothing from the first.
    assert!(standing(vec![sending("1"), sent(), sending("2"), refused()]).sent.is_some());
    let again = standing(vec![sending("1"), sent(), sending("2"), sent()]);
    assert_eq!(again.sent.map(|(sending, _)| sending.parcel), Some("2".to_owned()));
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
