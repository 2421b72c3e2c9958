//! The section `answers` of `settings.yaml`: what the departments of a hand-out are asked.

use super::fields::record;
use super::mail::TEMPLATE;
use super::values::{DATE, TEXT, choice, list, own_id};
use crate::model::answers::{AnswerSettings, AskedFigure};
use crate::syntax::messages::words;

record! {
    pub(super) answers: words::answers_record => AnswerSettings {
        due: optional("due", DATE, "2030-03-15")
            vi "hạn gửi lại phiếu"
            en "the day by which the form is to be back";
        to: optional("to", TEXT, "Văn thư Trung tâm Tư liệu, van-thu@vi-du.example")
            vi "gửi lại cho ai, ở đâu"
            en "to whom and where it is sent back";
        reminder: list("reminder", TEMPLATE, "[\"Kính gửi: {đơn vị}\", \"Hạn gửi phiếu là {hạn}.\", \"{tệp}\"]")
            vi "các đoạn của thư nhắc; không ghi thì có lời sẵn"
            en "the paragraphs of a reminder; ready ones when absent";
        figures: optional("figures", list(figure()), "[{id: may-chu, name: Số máy chủ đã dùng IPv6, unit: máy}]")
            vi "các số liệu mà phiếu hỏi thêm"
            en "the figures that the form asks for besides";
        publish: optional("publish", choice(), "departments")
            vi "công bố đến đâu trong «Kết quả rà soát»; không ghi thì chỉ công bố số tổng hợp"
            en "how much the published results say; sums only when absent";
    }
    make AnswerSettings {
        due, to, reminder, figures: figures.unwrap_or_default(), publish: publish.unwrap_or_default(),
    }
}

record! {
    figure: words::figure_record => AskedFigure {
        id: required("id", own_id(), "may-chu")
            vi "id, dùng để cộng số của các đơn vị và so với đợt trước; đừng đổi"
            en "the id, by which the departments' figures are summed and compared with the round before; do not change it";
        name: required("name", TEXT, "Số máy chủ đã dùng IPv6")
            vi "hỏi số gì"
            en "what is counted";
        unit: optional("unit", TEXT, "máy")
            vi "đơn vị tính"
            en "the unit";
    }
    make AskedFigure { id, name, unit }
}
