package org.govshare.regulation.calendar;

import java.time.LocalDate;

/** What is said of a notice file that cannot be read: each flaw has one wording, in Chinese and in English. */
final class NoticeMessages {
    static final Flawed NO_YEAR =
            new Flawed("the year is missing", "Begin with: notice, tab, the year", "没有年份。首行写：notice、制表符、年份");
    static final Flawed NO_ADDRESS = new Flawed(
            "the address of the notice is missing",
            "Add a line: address, tab, the web address of the notice",
            "没有出处。加一行：address、制表符、通知的网址");
    static final Flawed NO_DAY = new Flawed(
            "no day is listed",
            "Add lines: date, tab, off or work, tab, festival",
            "没有任何日期。加若干行：日期、制表符、off 或 work、制表符、节日");
    static final Flawed YEAR_COLUMNS = new Flawed(
            "the file must have one line with one year", "Write: notice, tab, year", "年份只写一次、一个。写：notice、制表符、年份");
    static final Flawed ADDRESS_COLUMNS = new Flawed(
            "the line must have one address",
            "Write: address, tab, the web address of the notice",
            "每行写一个网址。写：address、制表符、通知的网址");
    static final Flawed DAY_BEFORE_YEAR = new Flawed(
            "a day is listed before the year", "Begin with: notice, tab, the year", "日期写在了年份之前。首行写：notice、制表符、年份");
    static final Flawed DAY_COLUMNS = new Flawed(
            "the line must have three columns",
            "Write: date, off or work, festival, separated by tabs",
            "每行三列。写：日期、off 或 work、节日，以制表符隔开");
    static final Flawed NO_FESTIVAL =
            new Flawed("the festival is missing", "Name it in the third column", "没有节日。写在第三列");

    private NoticeMessages() {}

    static Flawed yearForm(String given) {
        return new Flawed("\"" + given + "\" is not a year", "Write one like 2027", "“" + given + "”不是年份。写成 2027 这样");
    }

    static Flawed notRuled(LocalDate date, int year) {
        return new Flawed(
                date + " cannot be in the notice for " + year,
                "Keep days of that year, and of the end of December before it",
                date + " 不归 " + year + " 年的通知规定。只写当年和上年 12 月底的日期");
    }

    static Flawed ruledTwice(LocalDate date) {
        return new Flawed(date + " is listed twice", "Keep one of the lines", date + " 重复。只留一行");
    }

    static Flawed offOrWork(String given) {
        return new Flawed(
                "\"" + given + "\" is neither off nor work",
                "Write one of the two",
                "“" + given + "”既不是 off 也不是 work。写其中之一");
    }

    static Flawed dateForm(String given) {
        return new Flawed(
                "\"" + given + "\" is not a date", "Write one like 2027-01-01", "“" + given + "”不是日期。写成 2027-01-01 这样");
    }

    /**
     * @param what is wrong, in English
     * @param mend how to put it right, in English
     * @param zh both in Chinese
     */
    record Flawed(String what, String mend, String zh) {}
}
