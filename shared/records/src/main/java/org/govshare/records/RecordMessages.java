package org.govshare.records;

import org.govshare.regulation.document.Text;

/** What is said of records that are not taken: each error has one wording, in Chinese and in English. */
public final class RecordMessages {
    public static final Text CHANGES_MISCOUNTED = new Text("须为 1 至 1000 项", "must have 1 to 1000 items");
    public static final Text MUST_BE_TRUE_OR_FALSE = new Text("须为 true 或 false", "must be true or false");
    public static final Text KEY_MISSING = new Text("须有不超过 200 字的键", "must be a key of at most 200 characters");
    public static final Text KEY_HAS_UNSEEN_ENDS =
            new Text("首尾不能有空格或不可见字符", "must not begin or end with a space or another character that cannot be seen");
    public static final Text MUST_BE_REGION_CODE = new Text("须为六位行政区划代码", "must be a region code of six digits");
    public static final Text PAYLOAD_UNFIT =
            new Text("过大、残缺或含有空字符", "is too large, incomplete or holds a NUL character");
    public static final Text KEY_TWICE = new Text("在文件中不止一行", "is in more than one row of the file");
    public static final Text VALUES_MISCOUNTED =
            new Text("值数与列数不符", "the row does not have as many values as the file has columns");
    public static final Text SHORTENED_BY_EXCEL = new Text(
            "似为 Excel 缩写的长数字（如 1.30102E+11）：请将该列设为文本后重新保存",
            "looks like a long number that Excel has shortened, such as 1.30102E+11:"
                    + " make the column text in Excel and save the file again");

    private RecordMessages() {}
}
