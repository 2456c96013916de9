"""The words that Creative Commons licences are named with, in the languages in which the licences are published.

In canonical form (compliance.text.words). A space stands for up to two signs or none (`Non-Commercial`, `NonCommercial`), a star for any ending.
"""

HOUSE = (
    "creative commons|creative common|知识共享|創作共用|创作共用|創用 cc|创用 cc|クリエイティブ コモンズ|크리에이티브 커먼즈|المشاع الابداعي|المشاع الإبداعي"
)
PARTS = {
    "by": "attribution|attributions|attribute|atribution|attribuzione|atribucion|atribuicao|atribuire|atribusi|atif|reconocimiento|reconeixement|"
    "namensnennung|paternite|naamsvermelding|uznanie autorstwa|erkannande|navngivelse|kreditering|nimea|uvedte puvod|uvedte autora|nevezd meg|"
    "с указанием авторства|указание авторства|атрибуция|із зазначенням авторства|зазначення авторства|αναφορα δημιουργου|αναφορά δημιουργού|"
    "署名|姓名標示|姓名标示|表示|저작자 표시|نسب المصنف|نَسب المُصنَّف",
    "nc": "non commer*|noncomer*|non comercial|no comercial|nao comercial|uso nao comercial|nicht kommerzi*|keine kommerzielle nutzung|"
    "pas d'utilisation commerciale|usage non commercial|niet commercieel|uzycie niekomercyjne|icke kommersiell|ikke kommersiell|ikke kommerciel|"
    "ei kaupallinen|neuzivejte komercne|neuzivejte dilo komercne|necomercial|non komersial|gayri ticari|ne add el|некоммерч*|некомерційн*|"
    "не комерційн*|μη εμπορικη χρηση|μη εμπορική χρήση|非商业性使用|非商业性|非商业|非商業性|非営利|비영리|غير تجاري",
    "sa": "share alike|condividi allo stesso modo|compartir igual|compartilha igual|compartilhamento pela mesma licenca|"
    "weitergabe unter gleichen bedingungen|partage a l'identique|partage dans les memes conditions|partage des conditions initiales a l'identique|"
    "gelijk delen|na tych samych warunkach|dela lika|del pa samme vilkar|jaa samoin|zachovejte licenci|berbagi serupa|ayni lisansla paylas|"
    "igy add tovabb|с сохранением условий|сохранение условий|поширення на тих самих умовах|παρομοια διανομη|παρόμοια διανομή|相同方式共享|相同方式分享|"
    "継承|동일 조건 변경 허락|الترخيص بالمثل",
    "nd": "no deriv*|no derivative works|no derivatives works|no derivate works|non opere derivate|sin obra derivada|sin obras derivadas|sin derivar|"
    "sin derivadas|sem derivacoes|sem derivados|sense obra derivada|keine bearbeitung*|pas de modification*|geen afgeleide werken|geen afgeleid*|"
    "bez utworow zaleznych|inga bearbetningar|ingen bearbejdelse|ingen bearbeidelse*|ei muutoksia|nezpracovavejte|tanpa turunan|turetilemez|"
    "ne valtoztasd|без производных произведений|без производных|без похідних творів|без похідних|οχι παραγωγα εργα|όχι παράγωγα έργα|禁止演绎|"
    "禁止改作|改変禁止|변경 금지|منع الاشتقاق",
}
PORTS = {
    "AR": "argentina", "AT": "austria|osterreich", "AU": "australia", "BE": "belgium|belgique|belgie", "BG": "bulgaria", "BR": "brazil|brasil",
    "CA": "canada", "CH": "switzerland|schweiz|suisse|svizzera", "CL": "chile", "CN": "china|mainland china|中国大陆|中国大陸", "CO": "colombia",
    "CR": "costa rica", "CZ": "czech republic|cesko", "DE": "germany|deutschland|allemagne", "DK": "denmark|danmark", "EC": "ecuador",
    "EE": "estonia|eesti", "EG": "egypt", "ES": "spain|espana|espanya", "FI": "finland|suomi", "FR": "france", "GR": "greece", "GT": "guatemala",
    "HK": "hong kong|香港", "HR": "croatia|hrvatska", "HU": "hungary", "IE": "ireland", "IGO": "igo|intergovernmental", "IL": "israel",
    "IN": "india", "IT": "italy|italia", "JP": "japan|日本", "KR": "korea|south korea|대한민국", "LU": "luxembourg|luxemburg", "MT": "malta",
    "MX": "mexico", "MY": "malaysia", "NL": "netherlands|nederland", "NO": "norway|norge", "NZ": "new zealand|aotearoa", "PE": "peru",
    "PH": "philippines", "PL": "poland|polska", "PR": "puerto rico", "PT": "portugal", "RO": "romania", "RS": "serbia", "SCOTLAND": "scotland",
    "SE": "sweden|sverige", "SG": "singapore", "SI": "slovenia", "TH": "thailand", "TW": "taiwan|台灣|台湾", "UG": "uganda",
    "UK": "england|united kingdom", "US": "united states|usa|u.s|vereinigte staaten", "VE": "venezuela", "VN": "vietnam", "ZA": "south africa",
}  # fmt: skip
COUNTRIES = {name: code for code, names in PORTS.items() for name in names.split("|")}
