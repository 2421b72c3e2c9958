//! iCalendar (RFC 5545), for programs that keep a calendar. Written here, since it takes less than a crate would, and
//! read by another program in the checkers (`tests/checkers/html-calendar`).

/// A day of a calendar that may come again.
#[derive(Debug)]
pub struct DayEvent<'e> {
    /// The same in every edition, so that a calendar replaces what it has.
    pub id: &'e str,
    /// ISO 8601.
    pub day: &'e str,
    /// After `RRULE:`.
    pub rule: Option<String>,
    pub summary: &'e str,
    pub description: &'e str,
    /// Where more is said, if that is published.
    pub address: Option<&'e str>,
}

/// Returns the calendar. `as_of`: the day on which it is made, which is that of the edition and not of a clock.
///
/// # Errors
/// A day that is not written as ISO 8601.
pub fn calendar(name: &str, as_of: &str, events: &[DayEvent<'_>]) -> Result<String, String> {
    let stamp = format!("{}T000000Z", basic(as_of)?);
    let mut text = String::new();
    let head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//camnang//VI", "CALSCALE:GREGORIAN"];
    head.iter().for_each(|line| fold(&mut text, line));
    fold(&mut text, &format!("X-WR-CALNAME:{}", escaped(name)));
    for event in events {
        let DayEvent { id, day, rule, summary, description, address } = event;
        fold(&mut text, "BEGIN:VEVENT");
        fold(&mut text, &format!("UID:{id}"));
        fold(&mut text, &format!("DTSTAMP:{stamp}"));
        fold(&mut text, &format!("DTSTART;VALUE=DATE:{}", basic(day)?));
        rule.iter().for_each(|rule| fold(&mut text, &format!("RRULE:{rule}")));
        fold(&mut text, &format!("SUMMARY:{}", escaped(summary)));
        fold(&mut text, &format!("DESCRIPTION:{}", escaped(description)));
        address.iter().for_each(|address| fold(&mut text, &format!("URL:{address}")));
        // A deadline makes nobody busy.
        fold(&mut text, "TRANSP:TRANSPARENT");
        fold(&mut text, "END:VEVENT");
    }
    fold(&mut text, "END:VCALENDAR");
    Ok(text)
}

/// `20310131`
fn basic(iso: &str) -> Result<String, String> {
    let digits: String = iso.chars().filter(char::is_ascii_digit).collect();
    let sound = digits.len() == 8 && iso.len() == 10;
    if sound { Ok(digits) } else { Err(format!("`{iso}` is no day")) }
}

/// Text as a value: what ends a value or a line is marked. Control characters have no place in a calendar.
fn escaped(text: &str) -> String {
    let mut value = String::new();
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => value.extend(['\\', letter]),
            '\n' => value.push_str("\\n"),
            letter if letter.is_control() => {}
            letter => value.push(letter),
        }
    }
    value
}

/// Adds a line of at most 75 octets, and goes on in lines that begin with a space. No letter is cut.
fn fold(text: &mut String, line: &str) {
    let mut room = 75;
    for letter in line.chars() {
        if letter.len_utf8() > room {
            text.push_str("\r\n ");
            room = 74;
        }
        room -= letter.len_utf8();
        text.push(letter);
    }
    text.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event<'e>(summary: &'e str, description: &'e str) -> DayEvent<'e> {
        let rule = Some("FREQ=YEARLY".to_owned());
        DayEvent { id: "mot@camnang", day: "2031-01-31", rule, summary, description, address: None }
    }

    #[test]
    fn lines_are_folded_between_letters() {
        let long = "Đơn vị chuyên trách phải đăng ký nhu cầu kết nối ".repeat(9);
        let text = calendar("Lịch", "2030-06-01", &[event(&long, "")]).unwrap();
        assert!(text.split("\r\n").all(|line| line.len() <= 75), "{text}");
        assert!(text.ends_with("END:VCALENDAR\r\n") && !text.replace("\r\n", "").contains(['\r', '\n']));
        let unfolded = text.replace("\r\n ", "");
        assert!(unfolded.contains(&format!("SUMMARY:{long}\r\n")), "{unfolded}");
    }

    #[test]
    fn values_are_escaped_and_stamped_by_the_edition() {
        let text = calendar("a,b", "2030-06-01", &[event("a; b, c\\d", "một\nhai\u{7}")]).unwrap();
        for line in
            ["X-WR-CALNAME:a\\,b", "SUMMARY:a\\; b\\, c\\\\d", "DESCRIPTION:một\\nhai", "DTSTAMP:20300601T000000Z"]
        {
            assert!(text.contains(&format!("{line}\r\n")), "{line} in {text}");
        }
        assert!(text.contains("DTSTART;VALUE=DATE:20310131\r\nRRULE:FREQ=YEARLY\r\n"));
        // A method needs an organizer (RFC 5546): this is a file, and no message.
        assert!(!text.contains("METHOD"));
        assert!(calendar("", "hôm nay", &[]).is_err());
    }
}
