"""English phrases of danger; read `danger.phrase` first."""

ENGLISH = {
    "medical": """
        can|cant|cannot|could|couldn|couldnt t|not? ~ breathe|breath|breathing|breth|breeth
        can|cannot|cant t|not? get ~ breath|air
        not|isn|isnt|stopped t? ~ breathing|breathin|brething
        doesn|doesnt|won|wont t? breathe
        trouble|difficulty|hard|struggling ~ breathing|breathe|breath
        short|shortness of breath
        gasping
        is|am|s|m|was choking|chocking|suffocating|sufocating
        choking on
        unconscious|unconcious|unconsious|unresponsive|uncontious
        passed|passing|blacked out
        fainted|collapsed
        not|isn|isnt t? responding
        won|wont|doesn|doesnt|not t? wake|waking
        chest ~ pain*|hurts|tight*|pressure|hurting
        chestpain|chestpains
        pain*|pressure|tightness ~ chest|heart|left_arm
        heart attack|atack|atak|failure|stopped
        cardiac arrest
        having|had|has|is|think ~ stroke
        face ~ drooping|droops|dropped|numb
        slurred|slurring ~ speech|words
        bleeding|bleding ~ heavily|badly|stop|lot|profusely|much|head
        won|wont|will t|not? stop bleeding
        coughing|vomiting|spitting|throwing ~ blood
        lying|laying|lies|fell|fallen ~ floor|ground|stairs ~
        fell|fallen ~ cannot|cant|can_t ~ get_up|move
        cannot|cant|can t? get up ~ floor|fell|fallen
        need|call|send ~ ambulance|ambulanse
        having|has|had a|an seizure|seizure*|fit
        lips ~ blue
        drowning|drowned
        seriously|badly injured|hurt
    """,
    "fire": """
        ^ help? fire fire? help? $
        house|kitchen|flat|apartment|building|car|curtains|roof|room|oven|stove|sofa|pan|bed|
            cooker ~ on|caught|catching fire
        is|s|are|it on fire
        there is|s ~ fire ~ in|at|here|downstairs|upstairs|next
        fire in|at ~ kitchen|house|building|flat|apartment|basement|garage|room|hallway|
            neighbours|neighbour
        is|s|are burning down
        house|kitchen|building|curtains|roof burning
        house|kitchen|building|curtains|roof is|are burning
        flames ~ coming|from|in|out|everywhere
        smoke ~ coming|everywhere|filling|from|pouring
        full of smoke
        smell|smells|smelling ~ gas|burning|smoke
        gas leak*|leek|smell
        leaking gas
        gas ~ leaking
        explosion|exploded|explotion
        carbon ~ alarm
    """,
    "poisoning": """
        poisoned|poisonned|poisoning|posioned|poisining
        swallowed|drank|drunk|ate|eaten|swalowed|swallowing|drinking ~ bleach|poison|battery|
            pills|detergent|cleaner|chemicals|antifreeze|medicine|tablets|berries|mushrooms|
            mushroom
        took|taken|take|taking|swallowed ~ too many|much ~ pills|tablets|medicine|medication|
            painkillers|sleeping
        too many pills|tablets|painkillers|sleeping
        whole|entire|all ~ bottle|box|pack ~ of pills|tablets
        overdose*|overdos
        carbon monoxide|monoxyde
        rat poison
    """,
    "suicide": """
        suicid*|suiside|suicde|sucide|sucidal|suiscid*
        kill|killing|kil|end|ending|hang|hanging|drown|hurting|harm|harming|cutting|
            shoot myself|himself|herself|themselves|themself|my_self
        want|wants|going|will|try|tried ~ hurt|cut myself|himself|herself|my_self
        end|ending|take|taking my|her|his|their own? life
        end it all
        end|ending it all|tonight
        want|wants|wanna|wish|wanting to? die|be_dead
        wish i|he|she was|were|would dead|die
        want|wants|wanna ~ be dead
        better off dead|without_me
        don|dont|doesn|doesnt|not t? ~ want|wanna to? live|be_alive|exist|wake_up
        not want|wanting to live
        no reason|point ~ live|living|life
        nothing left ~ live
        life ~ not|isn|isnt t? worth
        not worth living
        tired of living|life|being alive
        jump* ~ off|from|front ~ bridge|train|roof|building|balcony|window
        jump* ~ front ~ train
        throw ~ front|under ~ train
        cut|cutting|slit|slitting ~ wrists|wrist
        goodbye|suicide note|letter
        can_t|cant|cannot go on ~ like|anymore|any|living
        can_t|cant|cannot go on $
        nobody|no_one would|will|ll miss me
        self harm*|selfharm*
    """,
    "child": """
        child|children|kid|kids|baby|toddler|grandchild|grandchildren|son|daughter|boy|
            girl ~ abused|beaten|neglected|molested|hit|hurt|locked|starving|bruises|bruised ~
        child|children's|childrens|childs abuse|neglect|abused
        beats|beating|hits|hitting|hit|shakes|shook|abuses|abusing|molests|hurts|slaps|
            kicks ~ child|children|kid|kids|baby|toddler|grandson|granddaughter|son|daughter|
            boy|girl
        child|children|kid|kids|baby|toddler ~ not|isn|aren|isnt|arent t? safe
        child|children|kid|kids|baby|toddler ~ unsafe|danger
        child|children|kid|kids|baby|toddler ~ left|home alone ~
        leaves|leave|leaving|left ~ child|children|kid|kids|baby|toddler ~ alone
        child|children|kid|kids|baby ~ no food|nothing ~ eat
        my|our child|son|daughter|baby|kid|girl|boy ~ missing|disappeared
        touches|touched|touching ~ child|children|kid|kids|daughter|son|girl|boy
        dad|daddy|mum|mom|mummy|stepdad|stepfather|father|mother|uncle hits|beats|hurts|touches|
            slaps ~
        paedophile|pedophile
        scared|afraid of ~ dad|daddy|mum|stepdad|stepfather
    """,
    "violence": """
        hits|hit|beats|beat|kicks|kicked|punches|punched|strangles|strangled|chokes|choked|
            slaps|slapped|pushes|attacks|attacked|threatens|threatened|abuses|abused|rapes|
            raped|stabbed|bites ~ me|her|us|wife|mother|grandmother|mum
        hitting|beating|threatening|abusing|attacking|kicking|hurting me|her|us
        being|been|getting|gets|am|was|is|get beaten|abused|threatened|raped|attacked|assaulted|
            stalked|hit
        beats|beat ~ up
        domestic|elder|sexual|physical violence|abuse|violance|assault
        raped|rape|raping
        sexually abused|assaulted
        abusive husband|partner|boyfriend|son|wife|father|relationship|ex
        husband|partner|boyfriend|son|wife|he|ex is|s|gets|becomes violent|abusive|agressive|
            aggressive|violant
        scared|afraid|frightened|terrified of ~ husband|partner|boyfriend|son|wife|ex|him|
            father|brother|daughter|grandson|carer|neighbour
        not|don|dont|doesn|doesnt|never t? ~ feel? safe ~ home|house|him|here
        unsafe ~ home|him
        afraid|scared to ~ go|be|stay ~ home|alone
        going|wants|threatens|threatened|try|tried|trying|will|said ~ to? kill|murder|stab me|her|us
        kill|murder me|her|us
        locks|locked ~ me|her ~ in|up
        takes|steals|stealing|taking|stole ~ my|her money|pension|savings
        threat* ~ knife|gun|weapon
        he|she|they|came|comes|attacked|stands|outside|man ~ with a knife|gun|weapon
        has a knife|gun|weapon
        stalking me|her
        stalker
        black eye
        bruises ~
    """,
}
