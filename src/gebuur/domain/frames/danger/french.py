"""French phrases of danger; read `danger.phrase` first."""

FRENCH = {
    "medical": """
        respire|respirer|respirent|respir ~ plus|pas|mal|difficilement
        n? arrive|arriv|peux|peut|arrives ~ pas|plus|peine ~ respirer|respire
        mal a respirer
        difficulte* ~ respirer|respiratoire*
        manque d? air|aire|souffle
        etouffe|etoufe|etouffer|suffoque|sufoque|etouffement
        inconscient|inconsciente|inconsient|inconsciante
        perdu|perd connaissance|conaissance|conscience
        sans connaissance
        evanoui|evanouie|evanouit|evanouissement
        malaise ~ cardiaque|grave|respire|sol
        reagit|bouge plus
        douleur|douleurs|mal|pression|serrement ~ poitrine|thorax|coeur|bras_gauche
        poitrine ~ mal|serre
        crise|arret|attaque cardiaque|cardiac
        crise|attaque de|du coeur
        infarctus|infractus
        avc
        bouche|visage ~ tordu|tordue|paralyse*|travers
        saigne|saigner|saignement|saignements ~ beaucoup|arrete|fort|abondamment|abondant
        hemorragie|hemoragie|hemorrhagie
        crache|vomit|tousse|vomi ~ sang
        tombe|tombee|allonge|allongee ~ par|sol|terre|escalier|escaliers
        tombe|tombee ~ pas ~ relever|lever
        arrive|peux|peut ~ pas ~ relever
        appelez|appeler|besoin|envoyez|faut ~ ambulance|samu|secours
        crise d? epilepsie
        convulsions|convulsion
        levres ~ bleues|bleu
        noie|noyade|noye
        gravement|grievement blesse|blessee
    """,
    "fire": """
        ^ au? feu|incendie au? feu? $
        ^ au feu
        il? y? a|ya ~ feu ~ dans|cuisine|maison|cave|chez|toit|appartement|garage
        il? y? a|ya un? incendie|insendie
        incendie dans|chez|a|cuisine
        feu dans|chez ~ cuisine|maison|cave|voisin|voisine|voisins|appartement|garage|toit|
            immeuble|chambre|couloir
        prend|pris|prendre|prennent feu
        est|sont en feu|flammes|flamme
        en feu
        maison|cuisine|immeuble|appartement|rideaux|toit|friteuse brule|brulent|brul
        ca brule
        flammes ~ sortent|dans|partout
        fumee ~ partout|sort|dans|noire|plein|epaisse
        plein de fumee
        sent|sens|sentez|odeur|senti ~ gaz|brule|fumee
        fuite|fuit de? gaz
        gaz ~ fuit|fuite
        explosion|explose|exploser
    """,
    "poisoning": """
        empoisonne|empoisonnee|empoisonnement|empoisone|empoisonner
        intoxication|intoxique|intoxiquee
        avale|bu|mange|ingere|boit|boire|avaler|avalee ~ javel|poison|pile|produit|detergent|
            lessive|medicaments|antigel|comprimes|mort|debouche*|pilules|champignon|champignons|
            chimique|vaisselle
        trop de|d medicaments|comprimes|pilules|somniferes|medocs|cachets
        pris|avale ~ toute|tous|toutes|boite ~ pilules|medicaments|comprimes|somniferes|cachets
        pris|avale ~ boite ~ medicaments|comprimes|somniferes
        surdose|overdose|surdoses
        monoxyde|monoxide
        mort aux rats
    """,
    "suicide": """
        suicid*|suissid*|suisid*|sucide*
        veux|veut|voudrais|voulais|envie|prefere|voudrait|aimerais ~ mourir|mourire|mourrir|crever
        plus|pas ~ envie ~ vivre
        veux|veut ~ plus|pas vivre|exister|reveiller|etre
        veux|veut ~ plus me|se reveiller
        plus ~ raison|gout|force ~ vivre
        en finir ~
        finir avec la vie
        mettre fin ~ vie|jours
        mettre|met ~ fin a ma|sa|mes|ses vie|jours
        me|m|se|s tuer|pendre|noyer|supprimer|suprimer|scarifier|mutiler
        jeter|sauter|saute|jette ~ sous|pont|train|fenetre|toit|balcon|metro
        ouvrir|tailler|coupe|couper ~ veines
        faire|fait|fais du mal ~ moi|meme|elle
        me|se faire|fait|fais du mal
        serais|serait|seriez|serez|seront mieux ~ mort|morte|sans_moi
        mieux mort|morte
        voudrais etre mort|morte
        fatigue|fatiguee|marre ~ de_vivre|la_vie
        vie ~ plus|pas ~ sens|peine
        personne ~ manquerai|regrettera
        lettre d adieu*
        mieux sans moi
    """,
    "child": """
        enfant|enfants|bebe|gamin|gamins|fille|fils|petit|petite|fillette|gosse|gosses ~ battu|
            battue|battus|maltraite|maltraites|maltraitee|abuse|abusee|frappe|frappes|frappee|
            enferme|enfermee|neglige|negliges|bleus
        bat|battre|frappe|frapper|tape|secoue|maltraite|gifle|viole|touche ~ enfant|enfants|
            bebe|fils|fille|petit|petite|gamin|gosses
        maltraitance
        maltraite* ~ enfant|enfants|bebe
        enfant|enfants|bebe ~ danger|dangers
        enfant|enfants|bebe ~ pas en? securite
        enfant|enfants|bebe|petit|petite|petits ~ seul|seule|seuls ~
        laisse|laissent ~ enfant|enfants|bebe|petits ~ seul|seuls
        enfant|enfants|bebe ~ rien|pas ~ manger
        papa|maman|pere|mere|oncle|pere me|m|nous bat|frappe|tape|touche
        papa|pere|maman|beau ~ bat|frappe|tape
        mon|ma|notre fils|fille|enfant|bebe ~ disparu|disparue|perdu|perdue
        pedophile|attouchement*|inceste
        peur de mon|son|papa pere|papa|beau|oncle
    """,
    "violence": """
        me|m|la|l|nous|te bat|frappe|tape|etrangle|menace|viole|maltraite|insulte|gifle|cogne|
            agresse
        m|l|nous|me a|as|ont frappe|frappee|battu|battue|menace|menacee|viole|violee|agresse|
            agressee|etrangle
        frappe|bat|menace|tape ~ sa|ma|mere|femme
        bat|frappe sa|ma femme|mere
        suis|est|ete|etre battu|battue|menace|menacee|frappe|frappee|violee|viole|agressee|
            agresse|maltraitee|maltraite|harcelee|harcele
        violence*|violances conjugale*|domestique*|familiale*|sexuelle*|physique*
        violence* a la maison
        viol|violee|violer
        abus sexuel*
        abuse|abusee sexuellement
        mari|copain|conjoint|fils|compagnon|ex|il ~ est|devient ~ violent|violant|agressif
        peur de mon|son|sa|ma|mes mari|fils|copain|conjoint|compagnon|ex|frere|femme|fille|voisin
        peur de lui
        peur ~ rentrer|maison|seule|seul ~
        peur d etre seul|seule
        pas en? securite ~
        veut|va|vouloir|menace ~ me|de|la tuer|frapper|battre
        menace de ~ tuer
        m enferme
        me|l sequestre
        prend|vole ~ mon|ma|mes argent|pension|sous|carte
        menac* ~ couteau|fusil|pistolet|arme
        il|mari|fils|voisin a un couteau|fusil|pistolet
        harcele|harcelement
        femme|femmes battue|battues
    """,
}
