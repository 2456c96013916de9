# ruff: noqa: E501 - texts in many scripts, a paragraph a line
"""Invented articles, one per language, and the small words that a copy's credit is made of."""

from typing import NamedTuple


class Text(NamedTuple):
    """An article. source: the credit with a slot for the outlet. read: words of the link. by: the byline with a slot."""

    title: str
    author: str
    paragraphs: tuple[str, ...]
    source: str
    read: str
    by: str
    day: str


TEXTS = {
    "en": Text(
        "The clockmaker who repairs the tide",
        "Wren Halloway",
        (
            "In a shed behind the fish market, an old clockmaker keeps a machine that tells the height of the water. It has forty brass wheels, and one of "
            "them is always in pieces on the bench. He says that the sea does not wait for him, and that he has never been late by more than a minute.",
            "The town paid for the machine a hundred years ago, when ships still came in on the flood with timber and salt. Now the harbour has sensors, and a "
            "screen in the office shows the same figures. But the pilots still walk past the window in the morning, and look at the hand before they look at the screen.",
            "There is a young woman who comes on Thursdays to learn the trade. She has already cut two wheels of her own, and they run as quietly as the others. "
            "When the old man is asked who will keep the tide after him, he points at her bench, and goes on filing.",
        ),
        "Source: {}",
        "Read the original article",
        "By {}",
        "3 May 2026",
    ),
    "fr": Text(
        "L'horlogère qui répare la marée",
        "Maude Kervella",
        (
            "Dans un hangar derrière la criée, une horlogère entretient une machine qui donne la hauteur de l'eau. Elle a quarante roues de laiton, et il y en a "
            "toujours une en morceaux sur l'établi. La mer n'attend pas, dit-elle, et elle n'a jamais eu plus d'une minute de retard.",
            "La ville a payé la machine il y a cent ans, quand les navires entraient encore avec le flot, chargés de bois et de sel. Le port a maintenant des "
            "capteurs, et un écran dans le bureau montre les mêmes chiffres. Mais les pilotes passent toujours devant la fenêtre le matin.",
            "Un jeune homme vient le jeudi pour apprendre le métier. Il a déjà taillé deux roues, et elles tournent aussi doucement que les autres. Quand on "
            "demande à l'horlogère qui gardera la marée après elle, elle montre son établi et continue de limer.",
        ),
        "Source : {}",
        "Lire l'article original",
        "Par {}",
        "3 mai 2026",
    ),
    "es": Text(
        "La relojera que repara la marea",
        "Inés Barreda",
        (
            "En un cobertizo detrás de la lonja, una relojera cuida una máquina que dice la altura del agua. Tiene cuarenta ruedas de latón, y siempre hay una en "
            "pedazos sobre la mesa. El mar no espera, dice, y ella nunca ha llegado con más de un minuto de retraso.",
            "La ciudad pagó la máquina hace cien años, cuando los barcos todavía entraban con la marea cargados de madera y de sal. Ahora el puerto tiene "
            "sensores, y una pantalla en la oficina muestra las mismas cifras. Pero los prácticos pasan por la ventana todas las mañanas.",
            "Los jueves viene un muchacho para aprender el oficio. Ya ha cortado dos ruedas, y giran con tanta calma como las otras. Cuando le preguntan quién "
            "guardará la marea después de ella, señala la mesa y sigue limando.",
        ),
        "Fuente: {}",
        "Leer el artículo original",
        "Por {}",
        "3 de mayo de 2026",
    ),
    "de": Text(
        "Die Uhrmacherin, die die Flut repariert",
        "Frauke Lindholt",
        (
            "In einem Schuppen hinter dem Fischmarkt hält eine Uhrmacherin eine Maschine in Gang, die den Stand des Wassers anzeigt. Sie hat vierzig Räder aus "
            "Messing, und eines davon liegt immer in Teilen auf der Werkbank. Das Meer wartet nicht, sagt sie, und sie ist noch nie mehr als eine Minute zu spät gekommen.",
            "Die Stadt hat die Maschine vor hundert Jahren bezahlt, als die Schiffe noch mit der Flut einliefen und Holz und Salz brachten. Jetzt hat der Hafen "
            "Sensoren, und ein Bildschirm im Büro zeigt die gleichen Zahlen. Aber die Lotsen gehen noch immer am Morgen am Fenster vorbei.",
            "Am Donnerstag kommt ein junger Mann, um das Handwerk zu lernen. Er hat schon zwei Räder geschnitten, und sie laufen so ruhig wie die anderen. Wenn "
            "man sie fragt, wer nach ihr die Flut hüten wird, zeigt sie auf seine Bank und feilt weiter.",
        ),
        "Quelle: {}",
        "Zum Originalartikel",
        "Von {}",
        "3. Mai 2026",
    ),
    "it": Text(
        "L'orologiaia che ripara la marea",
        "Nives Tamburlin",
        (
            "In un capanno dietro il mercato del pesce, un'orologiaia cura una macchina che dice l'altezza dell'acqua. Ha quaranta ruote di ottone, e ce n'è "
            "sempre una a pezzi sul banco. Il mare non aspetta, dice, e lei non è mai stata in ritardo di più di un minuto.",
            "La città ha pagato la macchina cento anni fa, quando le navi entravano ancora con la marea cariche di legno e di sale. Ora il porto ha i sensori, e "
            "uno schermo nell'ufficio mostra le stesse cifre. Ma i piloti passano ancora davanti alla finestra ogni mattina.",
            "Il giovedì viene un ragazzo per imparare il mestiere. Ha già tagliato due ruote, e girano piano come le altre. Quando le chiedono chi terrà la marea "
            "dopo di lei, indica il banco e continua a limare.",
        ),
        "Fonte: {}",
        "Leggi l'articolo originale",
        "Di {}",
        "3 maggio 2026",
    ),
    "pt": Text(
        "A relojoeira que conserta a maré",
        "Dulce Farinha",
        (
            "Num barracão atrás do mercado do peixe, uma relojoeira cuida de uma máquina que diz a altura da água. Tem quarenta rodas de latão, e há sempre uma em "
            "pedaços na bancada. O mar não espera, diz ela, e nunca se atrasou mais do que um minuto.",
            "A cidade pagou a máquina há cem anos, quando os navios ainda entravam com a maré, carregados de madeira e de sal. Agora o porto tem sensores, e um ecrã "
            "no escritório mostra os mesmos números. Mas os pilotos ainda passam pela janela todas as manhãs.",
            "Às quintas vem um rapaz para aprender o ofício. Já cortou duas rodas, e elas giram tão calmas como as outras. Quando lhe perguntam quem vai guardar a "
            "maré depois dela, aponta para a bancada e continua a limar.",
        ),
        "Fonte: {}",
        "Leia o artigo original",
        "Por {}",
        "3 de maio de 2026",
    ),
    "ru": Text(
        "Часовщица, которая чинит прилив",
        "Вера Зимородова",
        (
            "В сарае за рыбным рынком часовщица смотрит за машиной, которая показывает высоту воды. В ней сорок латунных колёс, и одно из них всегда лежит "
            "разобранным на верстаке. Море не ждёт, говорит она, и она ни разу не опоздала больше чем на минуту.",
            "Город заплатил за машину сто лет назад, когда корабли ещё входили с приливом и везли лес и соль. Теперь в порту стоят датчики, и экран в конторе "
            "показывает те же цифры. Но лоцманы по-прежнему проходят утром мимо окна и смотрят на стрелку.",
            "По четвергам приходит парень, чтобы учиться ремеслу. Он уже вырезал два колеса, и они идут так же тихо, как другие. Когда её спрашивают, кто будет "
            "хранить прилив после неё, она показывает на его верстак и пилит дальше.",
        ),
        "Источник: {}",
        "Читать оригинал статьи",
        "Автор: {}",
        "3 мая 2026",
    ),
    "zh": Text(
        "修理潮汐的钟表匠",
        "苏晚舟",
        (
            "鱼市后面的棚子里,一位老钟表匠照看着一台能显示水位的机器。它有四十个黄铜齿轮,其中总有一个拆开放在工作台上。他说海不会等人,而他从来没有晚过一分钟以上。",
            "一百年前,船只还随着涨潮运来木材和盐的时候,这座城市买下了这台机器。现在港口有了传感器,办公室的屏幕显示同样的数字。但是引水员早上仍然从窗前走过,先看指针,再看屏幕。",
            "每个星期四有一个年轻人来学手艺。他已经切好了两个齿轮,它们和别的齿轮一样安静地转动。有人问老人以后谁来看守潮汐,他指了指那张工作台,继续锉他的铜。",
        ),
        "来源:{}",
        "阅读原文",
        "作者:{}",
        "2026年5月3日",
    ),
    "ja": Text(
        "潮を直す時計職人",
        "早瀬 汐里",
        (
            "魚市場の裏の小屋で、年老いた時計職人が水の高さを示す機械の番をしている。真鍮の歯車が四十あり、そのうちの一つはいつも作業台の上でばらばらになっている。海は待ってくれないと彼は言う。",
            "町がこの機械を買ったのは百年前のことで、船がまだ満ち潮に乗って木材や塩を運んできたころだった。今では港にセンサーがあり、事務所の画面が同じ数字を示している。それでも水先人は朝になると窓の前を通る。",
            "木曜日には若い人が仕事を習いに来る。もう二つの歯車を自分で切り、ほかの歯車と同じように静かに回っている。これからだれが潮を守るのかと聞かれると、老人はその台を指さして、またやすりをかける。",
        ),
        "出典：{}",
        "元の記事を読む",
        "文：{}",
        "2026年5月3日",
    ),
    "id": Text(
        "Tukang jam yang memperbaiki pasang",
        "Ratri Lestiana",
        (
            "Di sebuah gudang di belakang pasar ikan, seorang tukang jam merawat mesin yang menunjukkan tinggi air. Mesin itu punya empat puluh roda kuningan, dan "
            "selalu ada satu yang terbongkar di atas meja. Laut tidak menunggu, katanya, dan ia tidak pernah terlambat lebih dari satu menit.",
            "Kota membayar mesin itu seratus tahun yang lalu, ketika kapal masih masuk bersama pasang dengan kayu dan garam. Sekarang pelabuhan punya sensor, dan "
            "layar di kantor menunjukkan angka yang sama. Tetapi para pandu masih berjalan melewati jendela itu setiap pagi.",
            "Setiap hari Kamis datang seorang anak muda untuk belajar. Ia sudah memotong dua roda, dan roda itu berputar setenang yang lain. Ketika ditanya siapa "
            "yang akan menjaga pasang sesudah dia, ia menunjuk meja itu dan terus mengikir.",
        ),
        "Sumber: {}",
        "Baca artikel asli",
        "Oleh {}",
        "3 Mei 2026",
    ),
}
"""By language; publishers that write in none of them have English copies."""
