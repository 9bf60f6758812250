"""Dutch phrases of danger, Flemish and misspelt ones too; read `danger.phrase` first."""

DUTCH = {
    "medical": """
        kan|kun|kunt|krijg|krijgt|kreeg|kunnen ~ niet|geen|amper|bijna|nauwelijks ~ adem|ademen|
            ademhalen|asem|asemen|lucht
        geen|zonder adem|asem ~ meer
        ademt|ademd|asemt|ademde ~ niet|amper
        niet|nie ademen|asemen|ademt|ademd
        gestopt met ademen
        stopt met ademen
        ademnood
        benauwd
        benauwt
        plots* ~ kortademig
        ik|hij|ze|zij|baby|kind|man|vrouw|kindje stik|stikt|stikte
        aan het stikken
        bijna|aan|ging gestikt|stikken
        verstikt|verstikking|verslikt ~
        bewusteloos|bewustloos|bewusteloss|buitenbewustzijn
        buiten bewustzijn|westen|bewustzein
        bewustzijn ~ verloren|kwijt
        verloor|verliest ~ bewustzijn
        flauwgevallen|flauwgevalen
        flauw gevallen|gegaan
        valt|viel flauw
        reageert|reageerd ~ niet meer
        niet ~ wakker ~ krijgen|maken|worden ~ ademt|reageert
        krijg|krijgen ~ niet wakker
        man|vrouw|buurvrouw|buurman|moeder|vader|mama|papa|oma|opa|ze|zij|hij|iemand|zoon|
            dochter|mens|ik ~ ligt|gevallen|lag|lig ~ grond|vloer|trap|badkamer|straat|keuken
        gevallen ~ kan|geraak|geraakt|raakt|raak|kunt ~ niet|nie ~ recht|rechtstaan|opstaan|
            overeind|bewegen
        geraak|geraakt|raak|raakt niet ~ recht|overeind
        beweegt ~ niet meer
        pijn ~ borst|borstkas|hart|linkerarm|hartstreek
        borstpijn|hartpijn|borstpein
        druk|drukt|steken|steekt ~ borst|borstkas
        hartaanval|hartaanfal|hartanval|hartinfarct|infarct|hartstilstand|hartatak|hartattak
        hart aanval|stilstand|infarct
        krijgt|kreeg|heeft|heb|denk|is|misschien ~ beroerte|herseninfarct|hersenbloeding
        mond|gezicht ~ scheef|verlamd
        scheve mond
        plots* ~ verlamd|niet ~ praten|spreken
        bloedt|bloed|bloeden ~ hevig|hard|erg|fel|dood
        bloed|bloeden|bloedt|bloeding ~ stopt|stopen ~ niet
        stopt niet ~ bloeden
        blijft|blijf bloeden
        spuwt|braakt|hoest|spuugt ~ bloed
        bloed ~ overgeven|braken|spuwen
        ziekenwagen|ambulance|ambulans ~ nodig|bellen|sturen|komen|dringend
        bel|stuur ~ ziekenwagen|ambulance|ambulans|112
        epilep* ~ aanval
        stuipen
        lippen ~ blauw
        blauwe lippen
        zwaargewond|zwaar gewond
        verdrinkt|verdronken
    """,
    "fire": """
        ^ help? brand brand? help? $
        er|hier is|was ~ brand
        brand in|bij|op ~ keuken|huis|kelder|garage|woning|appartement|gebouw|dak|kamer|flat|
            zolder|lift|gang|buren|schouw|living|slaapkamer|buurvrouw|buurman|blok|wasmachine
        staat|stond|staan|stad|schiet|schoot|vliegt|vloog|gestoken ~ in brand
        in brand staat|gestoken|geschoten|gezet
        het|huis|keuken|dak|gordijn|gordijnen|zetel|frietketel|frituurketel|matras|kamer|
            stopcontact|appartement brandt|brand|brant|branden
        brand uitgebroken|gesticht
        keukenbrand|schouwbrand|woningbrand|huisbrand
        vlammen uit|in|slaan|komen|tot
        rook ~ uit|in ~ dak|raam|keuken|kelder|stopcontact|huis|deur|toestel|gang|lift|appartement
        overal|dikke|zwarte|vol|allemaal rook
        ruik|ruikt|ruiken|riek|riekt|rieken|stinkt|rook ~ gas|gaslucht
        ruik|ruikt|riek|riekt ~ brand|rook|verbrand
        gas ~ ruikt|ruiken|riekt|geroken
        gasgeur|gaslek|gaslekt|gaslucht|gasreuk|gaslek*
        lekt|lek ~ gas|gasleiding|gasfles|gasvuur
        gas ~ lekt|lek
        ontploft|ontploffing|explosie|ontplofing|ontplof
        frietketel|kachel ~ vuur gevat
        rookmelder|rookalarm|brandalarm|comelder ~ gaat|ging|loeit ~ af|niet|hele
    """,
    "poisoning": """
        vergiftigd|vergiftigt|vergiftiging|vergifteging|voedselvergiftiging|covergiftiging
        gif|vergif|javel|bleekwater|bleek|chloor|ontstopper|terpentijn|afwasmiddel|wasproduct|
            schoonmaakproduct|kuisproduct|batterij|rattengif|antivries|ontkalker|vaatwastablet|
            white|spirit|benzine|zuur|pillen|medicijnen ~ gedronken|ingeslikt|opgegeten|binnen|
            gegeten|doorgeslikt|drinken|dronk
        dronk|gedronken|slikte|ingeslikt|at ~ javel|bleekwater|ontstopper|gif|vergif|batterij|
            afwasmiddel|antivries|terpentijn|rattengif|wasproduct|pillen
        te_veel|verkeerde pillen|medicijnen|medicatie|slaappillen|medicamenten|slaapmiddelen
        teveel pillen|medicijnen|medicatie|slaappillen|medicamenten|slaapmiddelen
        pillen|medicijnen|slaappillen ~ te veel|tegelijk|alle|hele
        koolmonoxide*|kolenmonoxide|cointoxicatie|co_vergiftiging|co_intoxicatie
        overdosis|overdosi
        giftige paddenstoel*|plant|bessen ~ gegeten|opgegeten
    """,
    "suicide": """
        wil|wou|zou ik ~ dood|sterven
        wil|wou ik niet|nie meer ~ leven|verder
        niet|nie|nooit meer wil|wilt|wou|wilde ~ leven|verder
        hij|ze|zij|die wil|wilt|wou|wilde dood
        hij|ze|zij|die dood wil|wilt|wou|wilde
        zelfmoord*|zelfmoort*|selfmoord*|selfmoort*|zelmoord*|zelfmort*
        zelf|self moord|moort
        zelfdod*|selfdod*
        suicid*|suiside*|suisied*|suiciede
        ik|k wil|wou|wilde liever|gewoon|echt|alleen|nog|maar|niet|eigenlijk? dood
        ik|k wou|wilde|wenste dat? ik dood
        was ik|k maar|toch dood
        liever|beter|lieber dood
        dood zijn|gaan|zyn wil|wilt|willen|wou
        wil|wilt|willen ~ doodgaan|sterven
        wil|wilt|wou|hoef|hoeft ~ niet|nie|nimeer meer|langer? leven|bestaan
        wil ~ niet|nooit meer wakker
        geen zin ~ leven
        leven ~ geen zin
        leven ~ beu|moe|zat
        beu|moe om te leven
        levensmoe
        leven niet ~ waard
        uit ~ leven stap*|gestapt
        stap* uit ~ leven
        er ~ einde|eind|eindje aan maken|gemaakt|maak|brei
        maak|maakt er ~ einde|eind aan
        einde|eind ~ mijn|haar|zijn|hun|me|m|t|het leven
        mezelf|mijzelf|zichzelf|haarzelf|hemzelf|mijneigen ~ iets|wat|pijn aandoen|doen|aandoe
        mezelf|mijzelf|zichzelf|haarzelf|hemzelf ~ doden|ophangen|verdrinken|snijden|kapot|
            verwonden|opgehangen|verhangen
        zichzelf|mezelf|mijzelf|mijn|haar|zijn eigen iets|wat ~ aandoen
        me|mij|zich|mijn ophangen|verhangen|verdrinken|doodrijden|doden|opgehangen|verdoen
        voor ~ trein|tram|metro spring*|gooi*|stap*|gaan|lig*|werp*
        spring*|gooi*|werp* ~ trein|tram|metro|dak|brug|balkon|raam
        onder ~ trein
        pols|polsen ~ oversnijd*|doorsnijd*|snij*|over
        snij*|snijd* ~ polsen|mezelf|zichzelf|mijzelf|haarzelf
        beter ~ zonder mij
        niemand ~ mij|me mist|missen|mis
        van het leven beroven|beroofd|beroof
        zie|zien|ziet ~ niet|nie meer zitten
        hoeft ~ mij niet meer
        mij hoeft|moet het niet meer
        afscheidsbrief
    """,
    "child": """
        kindermishandeling|kindermisbruik|kindermishandelin|kindermisandeling|kinderporno
        kind|kinderen|kindje|kindjes|baby|dochtertje|zoontje|kleinkind|kleinkinderen|peuter|
            meisje|jongen|jongetje|kleuter ~ geslagen|geslaan|mishandeld|mishandelt|misbruikt|
            misbruikd|verwaarloosd|verwaarloost|opgesloten|blauwe|bont|geschud
        slaat|slaan|sloeg|slaagt|slagt|schopt|schudt|schudde|stampt ~ kind|kinderen|kindje|
            kindjes|baby|dochtertje|zoontje|kleinkind|kleinkinderen|peuter|kleuter
        kind|kinderen|kindje|kindjes|baby|dochtertje|zoontje|kleinkinderen ~ niet veilig
        kind|kinderen|kindje|kindjes|baby|dochtertje|zoontje|kleinkinderen ~ onveilig|gevaar|gefaar
        kind|kinderen|kindje|kindjes|baby|dochtertje|zoontje|peuter|kleuter ~ alleen ~ thuis|
            gelaten|achter|achtergelaten|huis
        laat|laten ~ kind|kinderen|kindjes|baby|peuter ~ alleen
        kind|kinderen|kindjes|baby ~ krijgt|krijgen ~ geen|niet ~ eten
        papa|mama|vader|moeder|stiefvader|stiefmoeder|oom|nonkel slaat|slaagt|slagt|sloeg|slat
        raakt|raakte|betast|betastte ~ kind|kinderen|dochter|dochtertje|zoontje|meisje
        zit|komt|kwam ~ met zijn handen ~
        mijn|ons|haar kind|kindje|baby|dochtertje|zoontje is ~ weg|kwijt
        mijn|ons|haar kind|kindje|baby|dochtertje|zoontje|dochter|zoon is ~ verdwenen|vermist|
            weggelopen
        kind|kindje|meisje|jongen vermist|verdwenen
        pedofiel*|pedo
    """,
    "violence": """
        slaat|sloeg|slaagt|slagt|slat|schopt|schopte|stampt|wurgt|wurgde ~ mij|me|haar|hem|ons
        slaat|sloeg|slaagt|schopt|schopte|wurgt mijn|zijn vrouw|moeder|man|mama|zus|vader
        duwt|bijt|klopt|knijpt mij|me|haar
        mij|me|haar ~ slaan|slaagt|slaat|schoppen|wurgen|schopt|bedreigt|bedreigd
        word|wordt|werd|wort|ben|is|zijn ~ geslagen|geslaan|mishandeld|mishandelt|bedreigd|
            bedreigt|verkracht|aangerand|misbruikt|misbruikd|gewurgd|gestampt|geschopt|
            opgesloten
        mishandel*|misandel*|mishandeling
        verkracht|verkrachting|verkrachten|verkragt
        aanranding|aangerand|incest
        seksueel|sexueel|seksuele misbruik*|geweld|misbruikt
        misbruikt ~ mij|me|haar|hem|ons
        huiselijk|huislijk|echtelijk|familiaal|partner geweld|gewelt
        partnergeweld|oudermishandeling|ouderenmishandeling|ouderenmisbruik|oudermisbruik
        geweld|gewelt ~ thuis|huis
        thuis ~ geweld|gewelt|gewelddadig
        gewelddadige|gewelddadig|geweldadig ~ man|vriend|partner|thuis|zoon|ex
        man|vriend|partner|zoon|ex|hij ~ is|wordt|word ~ gewelddadig|agressief|geweldadig|agresief
        bedreigt|bedreigd|bedreigde|bedreigen ~ mij|me|haar|hem|ons
        dreigt|dreigd|dreigde|dreigen ~ vermoorden|doden|slaan|doodslaan|doen|maken|steken
        wil|gaat|gaan|zal|ging ~ mij|me|haar|ons|hem ~ vermoorden|doodslaan|doodmaken|doden|
            slaan|kapotmaken
        mij|me|haar|ons|hem gaat|gaan|wil|zal ~ vermoorden|doodslaan|doodmaken|doden|slaan
        bang|schrik|angst|benauwd van|voor ~ man|vrouw|zoon|dochter|vriend|partner|vader|
            stiefvader|ex|broer|moeder|schoonzoon|kleinzoon|verzorger|buurman|hem
        bang|schrik ~ alleen te zijn|blijven
        bang|schrik om alleen ~ zijn|blijven|thuis
        durf* niet ~ naar huis|thuis
        niet veilig ~ thuis|huis|bij ~
        thuis niet veilig
        onveilig thuis|bij
        thuis onveilig
        sluit|sloot ~ mij|me|haar op
        pakt|neemt|steelt|stal|nam ~ mijn|haar geld|pensioen|centen|bankkaart ~
        blauwe plek|plekken|oog|vlekken
        hij|zij|ze|man|zoon|iemand|vriend|ex|buurman|dreigt|dreigen ~ met een mes|wapen|pistool|
            geweer
        stalkt|stalking|stalker|gestalkt
        valt|vallen ~ mij|me|haar lastig
        blijft van mijn lijf
    """,
}
