"""The wording table, row by row, and what it leaves open."""

from ..fuzzy import Certainty, Duration, FuzzyDate, Part, Period, import_edtf

PLANNED = Certainty.PLANNED
ABOUT_30_YEARS = Duration("P30Y", anchor=FuzzyDate("[2010-12..2011-12]"), approximate=True)

# What is dated; label and sentence in Turkish; label and sentence in English.
WORDING = [
    (FuzzyDate("2010-04-06"), "6 Nisan 2010", "6 Nisan 2010 tarihinde", "6 April 2010", "on 6 April 2010"),
    (FuzzyDate("2008-06"), "Haziran 2008", "Haziran 2008’de", "June 2008", "in June 2008"),
    (FuzzyDate("2011"), "2011", "2011 yılında", "2011", "in 2011"),
    (
        FuzzyDate("2011", certainty=PLANNED),
        *("2011 (planlanan)", "2011 yılı içinde", "2011 (planned)", "in the course of 2011"),
    ),
    (
        Period.throughout(FuzzyDate("2010")),
        *("2010 yılı boyunca", "2010 yılı boyunca", "throughout 2010", "throughout 2010"),
    ),
    (
        FuzzyDate("2009", Part.EARLY),
        *("2009 başları", "2009 yılı başlarında", "early 2009", "in early 2009"),
    ),
    (
        FuzzyDate("2009", Part.MID),
        *("2009 ortaları", "2009 yılı ortalarında", "mid-2009", "in mid-2009"),
    ),
    (
        FuzzyDate("2009", Part.LATE),
        *("2009 sonları", "2009 yılı sonlarında", "late 2009", "in late 2009"),
    ),
    (
        FuzzyDate("2009", Part.BEGINNING),
        *("2009 başı", "2009 yılı başında", "beginning of 2009", "at the beginning of 2009"),
    ),
    (
        FuzzyDate("2009", Part.END),
        *("2009 sonu", "2009 yılı sonunda", "end of 2009", "at the end of 2009"),
    ),
    (
        FuzzyDate("2008-06", Part.EARLY),
        *("Haziran 2008 başı", "Haziran 2008 başında", "early June 2008", "in early June 2008"),
    ),
    (
        FuzzyDate("2008-06", Part.MID),
        *("Haziran 2008 ortası", "Haziran 2008 ortasında", "mid June 2008", "in mid June 2008"),
    ),
    (
        FuzzyDate("2008-06", Part.LATE),
        *("Haziran 2008 sonu", "Haziran 2008 sonunda", "late June 2008", "in late June 2008"),
    ),
    (
        Period.by(FuzzyDate("2009", Part.END)),
        *("2009 sonuna kadar", "2009 yılı sonuna kadar", "by the end of 2009", "by the end of 2009"),
    ),
    (
        FuzzyDate("2009-36"),
        *("2009’un 4. çeyreği", "2009 yılının dördüncü çeyreğinde"),
        *("Q4 2009", "in the fourth quarter of 2009"),
    ),
    (
        FuzzyDate("2009-41"),
        *("2009’un ikinci yarısı", "2009 yılının ikinci yarısında"),
        *("second half of 2009", "in the second half of 2009"),
    ),
    (FuzzyDate("2010-21"), "2010 ilkbaharı", "2010 ilkbaharında", "spring 2010", "in spring 2010"),
    (FuzzyDate("2010-22"), "2010 yazı", "2010 yazında", "summer 2010", "in summer 2010"),
    (FuzzyDate("2010-23"), "2010 sonbaharı", "2010 sonbaharında", "autumn 2010", "in autumn 2010"),
    (FuzzyDate("2010-24"), "2010 kışı", "2010 kışında", "winter 2010", "in winter 2010"),
    (FuzzyDate("198X"), "1980’ler", "1980’lerde", "1980s", "in the 1980s"),
    (FuzzyDate("2009~"), "2009 civarı", "2009 civarında", "c. 2009", "around 2009"),
    (FuzzyDate("2009?"), "2009 (?)", "muhtemelen 2009’da", "2009 (?)", "probably in 2009"),
    (
        FuzzyDate("2009%"),
        *("2009 civarı (?)", "muhtemelen 2009 civarında", "c. 2009 (?)", "probably around 2009"),
    ),
    (
        import_edtf("2010-04-06/2010-04-08"),
        *("6–8 Nisan 2010", "6–8 Nisan 2010 tarihleri arasında", "6–8 April 2010", "from 6 to 8 April 2010"),
    ),
    (
        import_edtf("2010-06/2010-09"),
        *("Haziran–Eylül 2010", "Haziran–Eylül 2010 döneminde"),
        *("June–September 2010", "from June to September 2010"),
    ),
    (
        import_edtf("2008-06/2011"),
        *("Haziran 2008 – 2011", "Haziran 2008’den 2011’e kadar"),
        *("June 2008 – 2011", "from June 2008 to 2011"),
    ),
    (import_edtf("1994/.."), "1994’ten günümüze", "1994’ten beri", "1994 to present", "since 1994"),
    (
        import_edtf("1994/"),
        *("1994 – (bitişi bilinmiyor)", "1994’te başlamış, bitişi bilinmiyor"),
        *("1994 – (end unknown)", "began in 1994; end unknown"),
    ),
    (import_edtf("../2011"), "2011’e kadar", "2011’e kadar", "until 2011", "until 2011"),
    (FuzzyDate("[..2010]"), "2011’den önce", "2011’den önce", "before 2011", "before 2011"),
    (FuzzyDate("[2009..]"), "2008’den sonra", "2008’den sonra", "after 2008", "after 2008"),
    (
        FuzzyDate("[2009-11,2009-12]"),
        *("Kasım veya Aralık 2009", "Kasım veya Aralık 2009’da"),
        *("November or December 2009", "in November or December 2009"),
    ),
    (
        FuzzyDate("{2008,2009,2010}"),
        *("2008, 2009 ve 2010", "2008, 2009 ve 2010’da", "2008, 2009 and 2010", "in 2008, 2009 and 2010"),
    ),
    (
        FuzzyDate("2010-04-XX"),
        *("Nisan 2010 (gün bilinmiyor)", "Nisan 2010’da", "April 2010 (day unknown)", "in April 2010"),
    ),
    (
        Period.lasting(ABOUT_30_YEARS),
        *("yaklaşık 30 yıldır", "yaklaşık 30 yıldır", "for about 30 years", "for about 30 years"),
    ),
    (
        FuzzyDate.unknown(),
        *("tarihi bilinmiyor", "bilinmeyen bir tarihte", "date unknown", "on an unknown date"),
    ),
    (
        FuzzyDate.unknown(certainty=PLANNED),
        *("tarihi duyurulacak", "duyurulacak bir tarihte", "to be announced", "on a date to be announced"),
    ),
]

# What the wording table leaves open.
BEYOND_THE_TABLE = [
    (
        FuzzyDate("2030-01-01", certainty=PLANNED),
        *("1 Ocak 2030 (planlanan)", "1 Ocak 2030 tarihinde (planlanan)"),
        *("1 January 2030 (planned)", "on 1 January 2030 (planned)"),
    ),
    (
        Period.between(FuzzyDate("2008-06"), FuzzyDate("2011", certainty=PLANNED)),
        *("Haziran 2008 – 2011 (planlanan)", "Haziran 2008’den 2011’e kadar (planlanan)"),
        *("June 2008 – 2011 (planned)", "from June 2008 to 2011 (planned)"),
    ),
    (
        FuzzyDate("2011", certainty=Certainty.ESTIMATED),
        *("2011 (tahmini)", "2011 yılında (tahmini)", "2011 (estimated)", "in 2011 (estimated)"),
    ),
    (
        FuzzyDate("2009~", Part.LATE),
        *("2009 sonları civarı", "2009 sonları civarında", "c. late 2009", "around late 2009"),
    ),
    (
        Period.between(FuzzyDate("2009", Part.LATE), FuzzyDate("2010", Part.MID)),
        *("2009 sonları – 2010 ortaları", "2009 sonlarından 2010 ortalarına kadar"),
        *("late 2009 – mid-2010", "from late 2009 to mid-2010"),
    ),
    (
        Period.until(FuzzyDate("2009", Part.END)),
        *("2009 sonuna kadar", "2009 yılı sonuna kadar", "until the end of 2009", "until the end of 2009"),
    ),
    (Period.by(FuzzyDate("2011")), "2011’e kadar", "2011’e kadar", "by 2011", "by 2011"),
    (
        import_edtf("/2011"),
        *("(başlangıcı bilinmiyor) – 2011", "2011’de bitmiş, başlangıcı bilinmiyor"),
        *("(start unknown) – 2011", "ended in 2011; start unknown"),
    ),
    (import_edtf("../.."), "her zaman", "her zaman", "at all times", "at all times"),
    (
        import_edtf("/.."),
        *("bilinmeyen bir tarihten beri", "bilinmeyen bir tarihten beri"),
        *("since an unknown date", "since an unknown date"),
    ),
    (
        import_edtf("../"),
        *("bilinmeyen bir tarihe kadar", "bilinmeyen bir tarihe kadar"),
        *("until an unknown date", "until an unknown date"),
    ),
    (
        Period.begun(FuzzyDate.unknown()),
        *("tarihi bilinmiyor", "bilinmeyen bir tarihte", "date unknown", "on an unknown date"),
    ),
    (
        import_edtf("1980~/.."),
        "1980 civarından günümüze",
        "1980 civarından beri",
        "c. 1980 to present",
        "since around 1980",
    ),
    (
        import_edtf("2010-03-30/2010-04-02"),
        *("30 Mart – 2 Nisan 2010", "30 Mart – 2 Nisan 2010 tarihleri arasında"),
        *("30 March – 2 April 2010", "from 30 March to 2 April 2010"),
    ),
    (
        import_edtf("2009-12-30/2010-01-02"),
        *("30 Aralık 2009 – 2 Ocak 2010", "30 Aralık 2009 – 2 Ocak 2010 tarihleri arasında"),
        *("30 December 2009 – 2 January 2010", "from 30 December 2009 to 2 January 2010"),
    ),
    (
        import_edtf("2009-12/2010-02"),
        *("Aralık 2009 – Şubat 2010", "Aralık 2009 – Şubat 2010 döneminde"),
        *("December 2009 – February 2010", "from December 2009 to February 2010"),
    ),
    (import_edtf("2008/2011"), "2008–2011", "2008–2011 döneminde", "2008–2011", "from 2008 to 2011"),
    (
        import_edtf("-0043/-0030"),
        "MÖ 44 – MÖ 31",
        "MÖ 44 – MÖ 31 döneminde",
        "44 BC – 31 BC",
        "from 44 BC to 31 BC",
    ),
    (
        import_edtf("2010/2010"),
        "2010 yılı boyunca",
        "2010 yılı boyunca",
        "throughout 2010",
        "throughout 2010",
    ),
    (
        import_edtf("2010-04-06/2010-04-06"),
        "6 Nisan 2010",
        "6 Nisan 2010 tarihinde",
        "6 April 2010",
        "on 6 April 2010",
    ),
    (
        FuzzyDate("[2010-12..2011-12]"),
        *("Aralık 2010 ile Aralık 2011 arası", "Aralık 2010 ile Aralık 2011 arasında"),
        *("between December 2010 and December 2011", "between December 2010 and December 2011"),
    ),
    (FuzzyDate("{2008..2010}"), "2008–2010", "2008–2010 döneminde", "2008–2010", "from 2008 to 2010"),
    (
        FuzzyDate("[2008?,2010~]"),
        *("2008 (?) veya 2010 civarı", "2008 (?) veya 2010 civarında"),
        *("2008 (?) or c. 2010", "probably 2008 or around 2010"),
    ),
    (
        FuzzyDate("[2008,2010-04-06]"),
        *(
            "2008 veya 6 Nisan 2010",
            "2008 veya 6 Nisan 2010’da",
            "2008 or 6 April 2010",
            "in 2008 or on 6 April 2010",
        ),
    ),
    (
        FuzzyDate("[2010-04-06,2010-04-08]"),
        *("6 veya 8 Nisan 2010", "6 veya 8 Nisan 2010’da", "6 or 8 April 2010", "on 6 or 8 April 2010"),
    ),
    (
        FuzzyDate("[..2009-12-31]"),
        *("1 Ocak 2010’dan önce", "1 Ocak 2010’dan önce", "before 1 January 2010", "before 1 January 2010"),
    ),
    (
        FuzzyDate("[..1900-02-28]"),
        *("1 Mart 1900’den önce", "1 Mart 1900’den önce", "before 1 March 1900", "before 1 March 1900"),
    ),
    (
        FuzzyDate("[2010-01..]"),
        "Aralık 2009’dan sonra",
        "Aralık 2009’dan sonra",
        "after December 2009",
        "after December 2009",
    ),
    (
        Period.since(FuzzyDate("[..2010]")),
        "2011 öncesinden günümüze",
        "2011 öncesinden beri",
        "before 2011 to present",
        "since before 2011",
    ),
    (
        FuzzyDate("156X-12-25"),
        *("25 Aralık 1560 ile 25 Aralık 1569 arası", "25 Aralık 1560 ile 25 Aralık 1569 arasında"),
        *("between 25 December 1560 and 25 December 1569", "between 25 December 1560 and 25 December 1569"),
    ),
    (
        FuzzyDate("19XX"),
        "1900 ile 1999 arası",
        "1900 ile 1999 arasında",
        "between 1900 and 1999",
        "between 1900 and 1999",
    ),
    (
        FuzzyDate("2010-XX-XX"),
        "2010 (ay ve gün bilinmiyor)",
        "2010 yılında",
        "2010 (month and day unknown)",
        "in 2010",
    ),
    (
        FuzzyDate("2009-39"),
        *("2009’un son dört ayı", "2009 yılının son dört ayında"),
        *("last four months of 2009", "in the last four months of 2009"),
    ),
    (
        FuzzyDate("2010-30"),
        *("2010 yazı (güney yarımküre)", "2010 yazında (güney yarımküre)"),
        *("summer 2010 (southern hemisphere)", "in summer 2010 (southern hemisphere)"),
    ),
    (FuzzyDate("-0043"), "MÖ 44", "MÖ 44 yılında", "44 BC", "in 44 BC"),
    (FuzzyDate("Y17000"), "17000", "17000 yılında", "17000", "in 17000"),
    (
        Period.lasting(Duration("P1Y6M", anchor=FuzzyDate("2010-04-06"))),
        *("1 yıl 6 aydır", "1 yıl 6 aydır", "for 1 year and 6 months", "for 1 year and 6 months"),
    ),
    (
        FuzzyDate("2010-05-19", display_override=(("tr", "Gençlik Bayramı"), ("en", "Youth Day"))),
        *("Gençlik Bayramı", "19 Mayıs 2010 tarihinde", "Youth Day", "on 19 May 2010"),
    ),
]
