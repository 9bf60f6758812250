"""Turkish phrases of danger; read `danger.phrase` first. Endings are left open with a star."""

TURKISH = {
    "medical": """
        nefes ~ al* alam*|alm*|alamıyor*|alamiyo*
        nefes ~ alamıyor*|alamiyor*|almıyor*|alamadı*|alamıyo*|yok|alamaz*|alamam*
        nefes* ~ darlığı|daralıyor|kesildi|kesiliyor|durdu|tıkan*|zor
        nefesi* ~ yok|kesildi|durdu|almıyor
        boğuluyor*|boğuldu|boguluyo*|tıkandı
        bayıldı|bayildi|bayılmış|bayılıp|bayılıyor|bayılacak
        baygın*
        bilinci*|bilincini|suuru*|şuuru* ~ kapalı|kaybet*|yok|yerinde|kapandı|gitti
        kendinden geç*
        kendinde değil
        seslen* ~ cevap ver*
        hareket etmiyor
        uyanmıyor*|uyandıramıyor*
        göğsü*|gögsü*|göğüs* ~ ağrı*|ağrıyor|acıyor|sıkış*|baskı|agri*
        kalp* kriz*
        kalp* ~ durdu|ağrı*|sıkışıyor
        kalbi* ~ durdu|ağrıyor|sıkış*|acıyor
        inme|felç ~ geçir*|indi|oldu
        felç* geç*|geçir*
        beyin kanama*
        yüzü|ağzı ~ kaydı|çarpıldı|eğildi
        kanama* ~ durmuyor|çok|var
        kan* ~ durmuyor
        çok kan ~ kaybed*|akıyor|geliyor|kaybet*
        kan kusuyor|tükürüyor|kus*
        yere|yerde|merdivenden ~ düştü*|yatıyor*|kalkamıyor*|düşüp
        düştü* ~ kalkam*|kalkamıyor*|bilinci*
        ambulans*
        sara|epilepsi nöbet*
        nöbet|havale geçir*
        dudak* ~ mor*
        ağır yaral*
    """,
    "fire": """
        yangın*|yangin*|yanğın*
        ev|evim|evimiz|mutfak|mutfağım|bina|perde|perdeler|çatı|daire|koltuk yanıyor|yaniyor|
            yanıyo|tutuştu
        ev*|mutfak*|mutfağ*|bina*|perde*|çatı|daire*|oda*|koltuk ~ tutuştu|alev*|tutuşuyor
        yanıyor* imdat
        alev* ~ aldı|çıkıyor|içinde|var|alıyor
        duman* ~ çıkıyor|doldu|dolu|geliyor|kaplı|var
        her yer* duman*
        gaz koku*|kaçağı|kaçak*|sızıntı*|kokuyor|kaçırıyor|sızıyor
        gaz ~ koku*|sızıyor|kaçağı
        doğalgaz ~ koku*|kaçak*|kaçağı
        patlama*|patladı ~ oldu|gaz|tüp|ev*|mutfak*
        tüp patla*
    """,
    "poisoning": """
        zehirlen*|zehirle*|zehirlendi*
        zehir* ~ içti*|yuttu*|yedi*|içmiş
        çamaşır_suyu|deterjan*|pil|tuz_ruhu|tiner ~ içti*|yuttu*|yutmuş|içmiş|yedi
        ilaç*|ilac*|hap* ~ yuttu*|yutmuş|içmiş
        çamaşır ~ içti*|yuttu*|içmiş|yutmuş
        çok|fazla ~ hap|ilaç|ilac|hapı ~ içti*|aldı*|yuttu*|içmiş|içtim
        aşırı doz*|doz
        doz aşımı
        karbonmonoksit*
        karbon monoksit*
        bütün|tüm ~ hap*|ilaç* ~ içti*|yuttu*|aldı*
    """,
    "suicide": """
        intihar*|ıntıhar*|intahar*
        ölmek isti*|istiyo*|ister*
        ölmek ~ istiyor*
        ölmeyi isti*|düşün*
        ölsem ~
        keşke ölsem|ölseydim|ölse
        canıma|canına|hayatıma|hayatına|yaşamıma ~ kıy*|son*|kıymak
        hayatıma|hayatına|yaşamıma ~ son ver*
        kendimi|kendini öldür*|as*|öldü*|kes*|at*|yak*|vur*|zarar*
        kendime|kendine zarar ver*
        yaşamak iste*
        yaşamak ~ istemiyor*
        yaşamaya* ~ değmez
        yaşamanın ~ anlamı yok
        yaşamak için ~ neden* yok
        hayat* ~ anlamı yok|kalmadı
        artık dayanamıyor*
        hayattan bık*
        bensiz daha iyi
        köprüden|balkondan|çatıdan|trenin|pencereden|camdan ~ atla*|at*
        bilekleri* ~ kes*
        bileğimi|bileklerimi kes*
        veda mektub*
    """,
    "child": """
        çocu*|bebe*|oğlu*|kızı*|torun* ~ dövüyor*|dövüyo|dövdü*|vuruyor*|istismar*|taciz*|
            dövülüyor|ihmal*|şiddet*|tokat*
        çocuk istismar*|tacizi|ihmali|dayak
        dövüyor*|vuruyor* ~ çocu*|bebe*
        çocu*|bebe* ~ tehlikede|güvende_değil|güvenli_değil
        çocu*|bebe* ~ güvende ~ değil
        çocu*|bebe* ~ yalnız|tek ~ evde|bırak*|başına ~
        çocu*|bebe* ~ evde yalnız|tek
        çocu*|bebe* ~ aç ~ bırak*|kalıyor
        çocu*|bebe* ~ sarsıyor|sarstı|morluk*|kilitle*
        çocu*|kızım|oğlum|bebe* ~ kayboldu*|kayıp|kaçırıldı
        babam|annem|amcam|dayım|üvey ~ dövüyor*|vuruyor*|dokunuyor*|dövdü*
        sübyancı|pedofil*
    """,
    "violence": """
        dövüyor*|dövdü*|döver*|dövüyo*|dovuyor*|dövülüyor*|dövecek
        beni|bana|bize|anneme|ona|onu ~ vuruyor*|vurdu*|dövüyor*|tehdit*|tokat*|saldır*|tekme*|
            tekmel*|boğ*|öldür*
        eşim|kocam|oğlum|sevgilim|babam|damadım|eski ~ vuruyor*|vurdu*|dövüyor*|tehdit*|
            saldırgan|saldırıyor
        şiddet gör*|uygul*|var|görüyor*|görüyo*|kullan*
        aile içi şiddet
        ev içi şiddet
        ev* ~ şiddet
        kocam*|eşim*|oğlum* ~ şiddet*|siddet*
        siddet gör*|uygul*|var
        tecavüz*|tecavuz*
        taciz ed*|ett*|edil*
        cinsel istismar*|taciz*|saldırı*
        istismar ed*|ett*|edil*
        tehdit ed*|ett*|edil*|alıyor*
        öldürmekle tehdit
        beni|onu|bizi öldür*
        öldüreceğ* ~ diyor|dedi|söylüyor
        kocamdan|eşimden|oğlumdan|babamdan|ondan|sevgilimden|damadımdan|gelinimden ~ kork*
        evde ~ güvende|güvenli değil*
        evde ~ kendimi güvende hisset*
        eve ~ gitmeye|dönmeye kork*
        yalnız kalmaktan|kalmaya kork*
        beni ~ kilitle*|kilitliyor*|hapset*
        param*|maaşım* ~ alıyor|çalıyor*|alıyorlar
        bıçak* ~ saldır*|tehdit*|çekti
        silah* ~ tehdit*|çekti
        silahı var
        gözü* mor*
        morluk* ~ var
        takip ed* ~ korku*
    """,
}
