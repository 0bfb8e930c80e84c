package org.govshare.records;

import org.govshare.regulation.document.Text;

/** Messages about records that are rejected: each error has one wording, in Chinese and in English. */
public final class RecordMessages {
    public static final Text CHANGES_MISCOUNTED = new Text("必须有 1 至 1000 项", "must have 1 to 1000 items");
    public static final Text MUST_BE_TRUE_OR_FALSE = new Text("必须是 true 或 false", "must be true or false");
    public static final Text KEY_MISSING = new Text("必须是不超过 200 个字符的键", "must be a key of at most 200 characters");
    public static final Text KEY_HAS_UNSEEN_ENDS =
            new Text("首尾不能有空格或不可见字符", "must not begin or end with a space or another invisible character");
    public static final Text MUST_BE_REGION_CODE =
            new Text("必须是六位行政区划代码，如 130100", "must be a six-digit region code, such as 130100");
    public static final Text PAYLOAD_UNFIT =
            new Text("过大、残缺或含有空字符（NUL）", "is too large, is incomplete or contains a NUL character");
    public static final Text KEY_TWICE = new Text("在文件中不止一行", "is in more than one row of the file");
    public static final Text VALUES_MISCOUNTED =
            new Text("值的个数与文件的列数不符", "the row does not have as many values as the file has columns");
    public static final Text SHORTENED_BY_EXCEL = new Text(
            "似为 Excel 缩写的长数字（如 1.30102E+11）：请将该列设为文本后重新保存",
            "looks like a long number that Excel has shortened, such as 1.30102E+11:"
                    + " make the column text in Excel and save the file again");

    private RecordMessages() {}
}
