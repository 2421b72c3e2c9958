//! The words that only the web edition has.

use serde::Serialize;

/// Fixed words of the web edition, beside those of the booklet.
#[derive(Serialize, Clone, Debug, Default)]
pub struct WebWords {
    /// Before the edition's day.
    pub as_of: String,
    /// Before the audience that a reader has chosen.
    pub my_office: String,
    /// What unfolds the audiences, before one is chosen and after.
    pub choose_office: String,
    pub change_office: String,
    /// What unfolds the topics.
    pub by_topic: String,
    /// Before the next day, where the days are further down.
    pub nearest: String,
    /// After the number of days that the first page does not name.
    pub more_days: String,
    /// The link from the next days to all of them.
    pub whole_calendar: String,
    /// Over the guidance and the annexes in the contents.
    pub beside: String,
    /// Over the files to take away.
    pub downloads: String,
    /// What unfolds the rest of an excerpt.
    pub more: String,
    /// The link from an excerpt in its chapter to its own page, which has its sources, notes and history.
    pub details: String,
    /// The link to a published original.
    pub get_original: String,
    /// Over the list of editions.
    pub editions: String,
    pub this_edition: String,
    /// After what was counted as changed.
    pub all_changes: String,
    pub sha256: String,
    pub rules: String,
    pub duties: String,
    pub no_duties: String,
    pub set_aside: String,
    pub narrower_topics: String,
    /// The link to the feed of a topic.
    pub follow: String,
    /// What prints a page, and what copies its address; before what is copied.
    pub print: String,
    pub share: String,
    /// The page for an address that leads nowhere: what it is, what to do, and the link to the search.
    pub not_found: String,
    pub not_found_reasons: String,
    pub not_found_search: String,
    pub signer: String,
    pub checked: String,
    pub on_time_axis: String,
    pub its_excerpts: String,
    pub no_excerpts: String,
    pub cites: String,
    pub cited_by: String,
    pub in_table: String,
    pub to_checklist: String,
    /// Title of the page at a former address.
    pub moved: String,
    pub moved_to: String,
    /// The box that sifts the excerpts of the booklet in one file.
    pub sift: String,
    /// How many stay: `{n}`, `{all}` are put in by the script.
    pub sifted: String,
    /// Before the annexes that the booklet in one file does without.
    pub left_out: String,
    pub download_single: String,
    pub download_zip: String,
    pub download_xlsx: String,
    pub download_sheet: String,
    pub download_slides: String,
    pub download_leaflet: String,
    pub download_docx: String,
    pub download_epub: String,
    pub on_this_page: String,
    /// Before the choice of a validity, on the page of a chapter.
    pub filter: String,
    pub filter_all: String,
    /// That `{n}` excerpts of `{all}` are hidden, and only those of the validity `{name}` are shown.
    pub filtered: String,
    pub show_all: String,
    /// Before the periods of an excerpt's validity.
    pub life: String,
    /// Beside the period in which the edition's day lies.
    pub edition_day: String,
    /// Over the same excerpt in other editions.
    pub elsewhere: String,
    /// Before the name of another edition.
    pub compare_with: String,
    /// The link to what differs there.
    pub compare: String,
    pub days: DayWords,
    pub form: FormWords,
    /// The page of the days on which something is due.
    pub calendar: String,
    /// Before the files of the calendar.
    pub calendar_files: String,
    pub sheets: SheetWords,
}

/// Fixed words of a page that is cut into sheets.
#[derive(Serialize, Clone, Debug, Default)]
pub struct SheetWords {
    /// Names of the links to the sheets, above and below.
    pub label: String,
    pub label_below: String,
    /// Before the number of a sheet.
    pub sheet: String,
    /// Beside the title: sheet `{a}` of `{n}`.
    pub of: String,
    pub previous: String,
    pub next: String,
    /// Beside a heading that is repeated.
    pub continued: String,
    /// Over the list of what later sheets have.
    pub places: String,
    /// The link to all sheets on one page.
    pub whole: String,
    /// When they cannot be put together.
    pub not_whole: String,
}

/// Fixed words of the forms that are filled in on a page.
#[derive(Serialize, Clone, Debug, Default)]
pub struct FormWords {
    /// That what is filled in stays on the device.
    pub kept: String,
    /// That it does not.
    pub refused: String,
    pub cleared: String,
    pub save: String,
    pub print: String,
    pub clear: String,
    /// The question before everything is cleared.
    pub sure: String,
    /// Names of columns of the table.
    pub capacity: String,
    pub answer: String,
    /// Of a box that is ticked.
    pub done: String,
    /// Instead of the provision of a duty that the form no longer has.
    pub gone: String,
}

/// Fixed words of the pages by day. `{a}`, `{b}`, `{c}` and `{n}` are put in by the site's script.
#[derive(Serialize, Clone, Debug, Default)]
pub struct DayWords {
    pub title: String,
    pub choose: String,
    pub button: String,
    pub hint: String,
    /// How a day is written, in an empty field.
    pub form: String,
    /// That a field is empty, and that what is in it, `{a}`, is no day.
    pub missing: String,
    pub no_day: String,
    pub filter: String,
    /// The choice of a filter that filters nothing.
    pub all: String,
    pub without_script: String,
    /// Name of the banner.
    pub label: String,
    /// That `{a}` is looked at and not the edition's day `{b}`.
    pub viewing: String,
    /// How complete that is, and what is still of the edition's day.
    pub text: String,
    /// How many duties (`{n}`) there are on `{a}`.
    pub duties: String,
    /// Above the duties that bind on the chosen day and not on the edition's.
    pub other_duties: String,
    /// Above the excerpts that a chapter has on the chosen day and not on the edition's.
    pub other_excerpts: String,
    /// That `{a}` lies after the edition's day `{b}`.
    pub ahead: String,
    pub back: String,
    pub other: String,
    /// That `{a}` in the address is no day.
    pub wrong: String,
    pub failed: String,
    /// Beside the period in which the chosen day lies.
    pub chosen: String,
    /// That a state is of `{a}`, and was `{c}` on the edition's day `{b}`.
    pub validity_on: String,
    /// Before what is counted for `{a}`.
    pub counted: String,
    /// Title of the page that compares two days, and its words.
    pub compare: String,
    pub former: String,
    pub later: String,
    pub compare_button: String,
    pub compare_hint: String,
    pub compare_without_script: String,
    pub wrong_pair: String,
    pub differ: String,
    pub same: String,
    /// `{a}`: a state; `{b}`: the later day.
    pub now: String,
    /// The button below a long list: `{n}` lines are not shown yet.
    pub more: String,
}
