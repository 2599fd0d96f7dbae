import pytest

from functions.summarize.language_detection import SERVED, language_of
from tests.builders.work import steps

# Short resumes in words that `texts.tsv` was not made of, with names and tools that belong to no language.
SHORT = {
    "en": ["Tom Hale\nHead Chef, The Copper Pan\nRan a kitchen of 14 and kept food costs under 28%\nPastry, HACCP"],
    "fr": ["Claire Petit\nBoulangère, Le Four Doré\nPréparation du pain et vente en boutique\nExcel, caisse"],
    "de": ["Jana Vogt\nKöchin, Gasthaus Krone\nZubereitung warmer Speisen für 80 Gäste täglich\nHACCP, Excel"],
    "es": ["Lucía Vega\nCamarera, Bar Sol\nServía mesas y cobraba a los clientes del local\nExcel, caja"],
    "pt": ["Rui Matos\nPadeiro, Pão Quente\nPreparava massas e cuidava da loja aos fins de semana\nExcel, caixa"],
    "it": ["Paolo Neri\nCameriere, Trattoria Sole\nServizio ai tavoli e cura della sala durante le cene\nExcel, cassa"],
    "nl": ["Jan de Wit\nBakker, De Korenaar\nBakte dagelijks brood en hielp klanten in de winkel\nExcel, kassa"],
    "ca": ["Marta Puig\nCuinera, Can Roca\nPreparava els plats del dia i comprava amb els proveïdors\nExcel"],
    "pl": ["Zofia Wilk\nKucharka, Zajazd Młyn\nPrzygotowywała posiłki dla 80 gości dziennie\nExcel, SAP"],
    "cs": ["Petr Novák\nKuchař, Hostinec U Lípy\nPřipravoval teplá jídla pro 80 hostů denně\nExcel, SAP"],
    "sk": ["Peter Kováč\nKuchár, Hostinec Pod Lipou\nPripravoval teplé jedlá pre 80 hostí denne a nakupoval\nExcel"],
    "hu": ["Kiss Anna\nSzakács, Fenyő Vendéglő\nNaponta nyolcvan vendégnek készített meleg ételeket\nExcel, SAP"],
    "ro": ["Ana Popa\nBucătar, Hanul Vechi\nPregătea mâncăruri calde pentru 80 de clienți pe zi\nExcel, SAP"],
    "hr": ["Iva Horvat\nKuharica, Gostionica Lipa\nPripremala je topla jela i nabavljala robu za goste\nExcel"],
    "sl": ["Tina Kovač\nKuharica, Gostilna Lipa\nPripravljala je tople jedi za goste in naročala živila\nExcel, SAP"],
    "lt": ["Rasa Kazlauskienė\nVirėja, Senoji Užeiga\nRuošė karštus patiekalus aštuoniasdešimčiai svečių\nExcel, SAP"],
    "lv": ["Ilze Bērziņa\nPavāre, Vecais Krogs\nGatavoja siltos ēdienus un pasūtīja preces no piegādātājiem\nExcel"],
    "et": ["Mari Tamm\nKokk, Vana Kõrts\nValmistas sooja toitu kaheksakümnele külalisele päevas\nExcel, SAP"],
    "fi": ["Laura Virtanen\nKokki, Vanha Kievari\nValmisti lämpimiä ruokia asiakkaille ja tilasi tavarat\nExcel, SAP"],
    "sv": ["Elin Berg\nKock, Gamla Krogen\nLagade varm mat åt gästerna och beställde varor från leverantörer\nExcel"],
    "no": ["Kari Dahl\nKokk, Gamle Kroa\nLaget varm mat til gjestene og bestilte varer fra leverandører\nExcel, SAP"],
    "da": ["Mette Holm\nKok, Den Gamle Kro\nLavede varm mad til gæsterne og bestilte varer hos leverandører\nExcel"],
    "tr": ["Elif Kaya\nAşçı, Eski Han Lokantası\nGünde seksen misafir için sıcak yemek hazırladı\nExcel, SAP"],
    "id": ["Dewi Sari\nJuru masak, Warung Lama\nMenyiapkan makanan hangat dan memesan bahan dari pemasok\nExcel"],
    "vi": ["Trần Lan\nĐầu bếp, Quán Cũ\nNấu các món nóng cho khách và đặt hàng từ nhà cung cấp\nExcel, SAP"],
    "sw": ["Asha Juma\nMpishi, Hoteli ya Kale\nAliandaa chakula cha moto kwa wageni na kuagiza bidhaa\nExcel"],
    "sq": ["Era Hoxha\nKuzhiniere, Bujtina e Vjetër\nPërgatiste gatime të ngrohta për mysafirët\nExcel"],
    "cy": ["Megan Rees\nCogydd, Yr Hen Dafarn\nParatôdd fwyd poeth i'r gwesteion ac archebodd nwyddau\nExcel"],
    "ru": ["Анна Белова\nПовар, Старый трактир\nГотовила горячие блюда для гостей и заказывала товары\nExcel, SAP"],
    "uk": ["Олена Бойко\nКухар, Стара корчма\nГотувала гарячі страви для гостей і замовляла товари\nExcel, SAP"],
    "bg": ["Мария Петрова\nГотвач, Старата механа\nПриготвяше топли ястия за гостите и поръчваше стоки\nExcel, SAP"],
    "sr": ["Јелена Илић\nКуварица, Стара кафана\nПрипремала је топла јела за госте и набављала робу\nExcel"],
    "el": ["Μαρία Παππά\nΜαγείρισσα, Παλιά Ταβέρνα\nΕτοίμαζε ζεστά φαγητά για τους πελάτες\nExcel, SAP"],
    "ar": ["ليلى حداد\nطباخة، المطعم القديم\nأعدت وجبات ساخنة للضيوف وطلبت البضائع من الموردين"],
    "fa": ["مریم احمدی\nآشپز، رستوران قدیمی\nغذاهای گرم را برای مهمانان آماده می‌کرد و سفارش می‌داد"],
    "he": ["נועה לוי\nטבחית, הפונדק הישן\nהכינה מנות חמות לאורחים\nExcel, SAP"],
    "hi": ["नेहा शर्मा\nरसोइया, पुराना ढाबा\nमेहमानों के लिए गरम भोजन तैयार किया और सामान मँगवाया"],
    "zh": ["李娜\n厨师,老客栈\n每天为八十位客人准备热菜\nExcel, SAP"],
    "ja": ["佐藤花子\n調理師、古い宿\n毎日八十人のお客様に温かい料理を作りました\nExcel"],
    "ko": ["김지우\n요리사, 옛 주막\n매일 손님 여든 명에게 따뜻한 음식을 준비했습니다\nExcel"],
    "th": ["สมหญิง ใจดี\nแม่ครัว ร้านเก่า\nเตรียมอาหารร้อนสำหรับแขก\nExcel"],
}  # fmt: skip


@pytest.mark.parametrize(("code", "text"), [(code, text) for code, texts in SHORT.items() for text in texts])
def test_four_lines_of_a_resume_tell_its_language(code: str, text: str) -> None:
    assert language_of(text) == code


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Excel, SAP, Python",
        "Las Vegas, El Paso, La Jolla",
        "Quality Inspector, Basin Castings\nInspected 900 parts\nCalipers (1y), Gauges (3y), Micrometers (2y)",
        "María del Carmen Núñez de la Cruz\nNurse, St. Mary's\nCared for 12 patients",
        "DATA ANALYST\nZAGREB\nTABLEAU, POWER BI, SQL",
        "Software Engineer, Škoda Auto, Mladá Boleslav\nBuilt the tools that test brakes",
    ],
)
def test_names_places_and_tools_make_no_other_language(text: str) -> None:
    assert language_of(text) == "en"


def test_a_neighbour_is_not_taken_for_a_language_that_is_served() -> None:
    others = {code: language_of(texts[0]) for code, texts in SHORT.items() if code not in SERVED}
    assert not set(others.values()) & set(SERVED)


def test_of_a_long_text_only_the_words_are_read() -> None:
    text = "\n".join(texts[0] for texts in SHORT.values())
    language_of(text)
    first = steps(lambda: language_of(text))
    assert steps(lambda: language_of(text * 21)) - first < 20 * first / 2
