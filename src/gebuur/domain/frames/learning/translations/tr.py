"""What the room reads of the frames in Turkish; the reader is *sen*, as elsewhere in Gebuur."""

from gebuur.domain.frames.learning.translations.table import Table

TURKISH: Table = {
    "styles": {
        "facilitating": "Kolaylaştırıcı",
        "cooperative": "İş birliği yapan",
        "delegating": "Yetki veren",
        "participative": "Katılımcı",
        "consultative": "Görüş soran",
        "open-authoritarian": "Açık otoriter",
        "closed-authoritarian": "Kapalı otoriter",
        "facilitating:role": "İlk adımı komşular atar.",
        "cooperative:role": "Komşular ortaktır, hizmet birimi kadar.",
        "delegating:role": "Komşular bir çerçeve içinde karar verir.",
        "participative:role": "Komşular baştan itibaren birlikte düşünür.",
        "consultative:role": "Komşular bir öneri hakkında ne düşündüklerini söyler.",
        "open-authoritarian:role": "Komşulara açıklama yapılır.",
        "closed-authoritarian:role": "Komşuların bir rolü yoktur.",
    },
    "conditions": {
        "openness": "Açıklık",
        "clarity": "Netlik",
        "added-value": "Katkı",
        "relation": "Yürüyen bir ilişki",
        "problem": "Buna uygun bir soru",
        "means": "Yeterli kişi ve imkân",
    },
    "axes": {
        "room": "Esneklik mi, sağlamlık mı",
        "room:low": "netlik ve anlaşmalar",
        "room:high": "esneklik ve değişim",
        "direction": "İçe mi, dışa mı dönük",
        "direction:low": "grubun kendisi",
        "direction:high": "grubun çevresindeki dünya",
    },
    "quadrants": {
        "people": "İnsanlar",
        "people:statement": "Zamanım insanlara gitti: dinlemek, değer vermek, bir araya getirmek.",
        "renewal": "Yenilik",
        "renewal:statement": "Zamanım yeni bir şeye ve bize yardım edebileceklere gitti.",
        "results": "Sonuç",
        "results:statement": "Zamanım hedeflere gitti: neyin biteceğini kararlaştırmak ve yapmak.",
        "order": "Düzen",
        "order:statement": "Zamanım düzenlemeye gitti: listeler, saatler, sigorta, takip.",
    },
    "roles": {
        "mentor": "Mentor",
        "facilitator": "Grubu yürüten",
        "innovator": "Yenilikçi",
        "broker": "Köprü kuran",
        "producer": "İşi yapan",
        "director": "Yön gösteren",
        "coordinator": "Düzenleyen",
        "monitor": "Takip eden",
    },
    "phases": {
        "forming": "Tanışma",
        "storming": "Çatışma",
        "norming": "Anlaşma",
        "performing": "Birlikte yapma",
        "closing": "Kapanış",
    },
    "signals": {
        "polite": "İnsanlar kibar ve temkinli.",
        "whats-in-it": "İnsanlar soruyor: bu bana göre mi?",
        "look-to-leader": "Bütün gözler tek bir kişide.",
        "new-faces": "Çok sayıda yeni yüz var.",
        "who-decides": "Kimin karar verdiği konusunda tartışma var.",
        "sides": "Birbiriyle konuşmayan küçük gruplar var.",
        "goal-open": "İnsanlar amacın ne olduğu konusunda anlaşamıyor.",
        "stay-away": "Bir tartışmadan sonra bazıları artık gelmiyor.",
        "we-say": "İnsanlar ‘biz’ diyor.",
        "own-rules": "Grup kurallar koyuyor, herkes bunları birbirine hatırlatıyor.",
        "roles-named": "Kimin ne yaptığı herkes için açık.",
        "no-dissent": "Artık kimse farklı bir şey söylemiyor.",
        "goes-alone": "Sen olmasan da işler yürüyor.",
        "solve-it": "Sorunlar grubun içinde çözülüyor.",
        "welcome-new": "Yeni gelenler kendiliğinden yer buluyor.",
        "tired": "İnsanlar yorgun ya da daha az geliyor.",
        "goal-reached": "Amaca ulaşıldı.",
        "look-back": "İnsanlar daha çok anılardan söz ediyor.",
    },
    "attitudes": {
        "genuineness": "İçtenlik",
        "commitment": "İlgi",
        "equal-worth": "Eşit değer",
        "openness": "Açıklık",
        "unconditionality": "Koşulsuz kabul",
        "positive": "Olumlu tutum",
        "nearness": "Mesleki yakınlık",
        "reliability": "Güvenilirlik",
        "respect": "Saygı",
    },
    "exercise": {
        "recent": "Son zamanlarda komşularla ne zaman birlikte çalıştın?",
        "attitude": "Kendinde hangi tutumu görüyorsun?",
        "style": "Bu hangi rehberlik tarzıydı?",
        "otherwise": "Başka ne yapabilirdin?",
        "expect": "Komşulardan ne bekliyorsun?",
        "expect:mirrored": "Komşular senden ne bekliyor?",
    },
    "cases": {
        "streets": "Bir sokak yardımlaşıyor, iki sokak kavga ediyor",
        "streets:story:0": (
            "Küçük bir mahallede komşular zaten birbirine yardım ediyor. Pantolon onarıyorlar. Çocuklara göz kulak "
            "oluyorlar. Bir kadın alışverişteyken demans hastası eşinin yanında bir komşu kalıyor."
        ),
        "streets:story:1": (
            "Yandaki iki sokakta çok kavga, az bağ var. Sen orada bir şey başlatmak istiyorsun."
        ),
        "streets:story:2": (
            "Müdürün diyor ki: yan tarafta komşular zaten yardımlaşıyor. Onları birbirine bağla. "
            "Yeni bir şeye gerek yok."
        ),
        "volunteers": "Çok gönüllü vardı, iki ay sonra az kaldı",
        "volunteers:story:0": (
            "Yeni bir hizmet merkezini yönetiyorsun. Mahallede çok dil konuşuluyor. "
            "Biri yardım isteyince bir komşuyla eşleştiriliyor."
        ),
        "volunteers:story:1": (
            "Gönüllüler ne yapmak istediklerini işaretliyor. Yardım arayan sana telefon ediyor, yazıyor ya da geliyor. "
            "El ilanlarından sonra çok gönüllü geliyor."
        ),
        "volunteers:story:2": (
            "İki ay sonra neredeyse hepsi gitti. İşlerin artık yürümediğini hissediyorsun."
        ),
        "garden": "Mahalle bostan seçiyor, belediye hayır diyor",
        "garden:story:0": (
            "Bir mahallede mahalle bütçesi başlatıyorsun. İnsanları bir araya getiriyorsun. "
            "Mahalleyle birlikte ve mahalle için ne istediklerini düşünüyorlar."
        ),
        "garden:story:1": (
            "Genç aileler ve yaşça biraz daha büyük aileler için bir bostan seçiyorlar."
        ),
        "garden:story:2": (
            "Planı belediyeye sunuyorsun. Belediye hayır diyor: planın ne katacağını görmüyor."
        ),
    },
    "actors": {
        "resident": "Mahalle sakini",
        "volunteer": "Gönüllü",
        "citizen-initiative": "Yurttaş girişimi",
        "informal-carer": "Yakınına bakan kişi",
        "neighbour-help": "Komşu yardımı",
        "professional": "Meslekten çalışan",
    },
}
