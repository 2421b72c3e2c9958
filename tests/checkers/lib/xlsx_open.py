"""Opens the workbook of an edition by openpyxl and says what is in it."""

import datetime
import sys
import zipfile

import openpyxl

SHEETS = ["Việc phải làm", "Lịch", "Văn bản", "Trích dẫn"]
HEADS = 3  # rows: the title of the edition, its day, the heads of the columns


def main(path):
    faults = []
    book = openpyxl.load_workbook(path)
    if book.sheetnames != SHEETS:
        faults.append(f"its sheets are {book.sheetnames}")
    if book.vba_archive or any("external" in name.lower() or "vba" in name.lower() for name in zipfile.ZipFile(path).namelist()):
        faults.append("it has macros or leads to other files")
    cells = days = 0
    for sheet in book:
        heads = [cell.value for cell in sheet[HEADS]]
        if not all(heads) or len(set(heads)) != len(heads):
            faults.append(f"{sheet.title}: its heads are {heads}")
        if sheet.freeze_panes != f"A{HEADS + 1}":
            faults.append(f"{sheet.title}: {sheet.freeze_panes} is where it scrolls")
        if not (sheet.auto_filter.ref or "").startswith(f"A{HEADS}:"):
            faults.append(f"{sheet.title}: its filter is {sheet.auto_filter.ref}")
        for row in sheet.iter_rows():
            for cell in row:
                cells += cell.value is not None
                days += isinstance(cell.value, (datetime.date, datetime.datetime))
                if cell.data_type in ("f", "e"):
                    faults.append(f"{sheet.title}!{cell.coordinate} is a formula or an error: {cell.value}")
    for fault in faults:
        print(f"  {fault}")
    print(f"xlsx: sheets={len(book.sheetnames)} cells={cells} days={days} faults={len(faults)}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
