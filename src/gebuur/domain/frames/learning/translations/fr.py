"""What the room reads of the frames in French; the reader is *vous*."""

from gebuur.domain.frames.learning.translations.table import Table

FRENCH: Table = {
    "styles": {
        "facilitating": "Facilitant",
        "cooperative": "Coopératif",
        "delegating": "Délégant",
        "participative": "Participatif",
        "consultative": "Consultatif",
        "open-authoritarian": "Autoritaire ouvert",
        "closed-authoritarian": "Autoritaire fermé",
        "facilitating:role": "Les voisins prennent l’initiative.",
        "cooperative:role": "Les voisins sont partenaires, autant que le service.",
        "delegating:role": "Les voisins décident, dans un cadre.",
        "participative:role": "Les voisins réfléchissent dès le début.",
        "consultative:role": "Les voisins disent ce qu’ils pensent d’une proposition.",
        "open-authoritarian:role": "Les voisins reçoivent une explication.",
        "closed-authoritarian:role": "Les voisins n’ont aucun rôle.",
    },
    "conditions": {
        "openness": "Ouverture",
        "clarity": "Clarté",
        "added-value": "Plus-value",
        "relation": "Une relation qui fonctionne",
        "problem": "Une question qui s’y prête",
        "means": "Assez de personnes et de moyens",
    },
    "axes": {
        "room": "Souplesse ou stabilité",
        "room:low": "des repères et des accords",
        "room:high": "de la souplesse et du changement",
        "direction": "Vers l’intérieur ou vers l’extérieur",
        "direction:low": "le groupe lui-même",
        "direction:high": "le monde autour du groupe",
    },
    "quadrants": {
        "people": "Personnes",
        "people:statement": "Mon temps est allé aux personnes : écouter, valoriser, rassembler.",
        "renewal": "Renouveau",
        "renewal:statement": "Mon temps est allé à du nouveau et à ceux qui peuvent nous aider.",
        "results": "Résultat",
        "results:statement": "Mon temps est allé aux buts : décider ce qui doit être prêt, et le faire.",
        "order": "Ordre",
        "order:statement": "Mon temps est allé à l’organisation : listes, heures, assurance, suivi.",
    },
    "roles": {
        "mentor": "Mentor",
        "facilitator": "Facilitateur du groupe",
        "innovator": "Innovateur",
        "broker": "Bâtisseur de ponts",
        "producer": "Producteur",
        "director": "Guide",
        "coordinator": "Organisateur",
        "monitor": "Responsable du suivi",
    },
    "phases": {
        "forming": "Faire connaissance",
        "storming": "Se heurter",
        "norming": "Se mettre d’accord",
        "performing": "Agir ensemble",
        "closing": "Conclure",
    },
    "signals": {
        "polite": "Les gens sont polis et prudents.",
        "whats-in-it": "Les gens demandent : est-ce pour moi ?",
        "look-to-leader": "Tous les regards vont vers une seule personne.",
        "new-faces": "Il y a beaucoup de nouveaux visages.",
        "who-decides": "On se dispute pour savoir qui décide.",
        "sides": "Il y a des petits groupes qui ne se parlent pas.",
        "goal-open": "Les gens ne sont pas d’accord sur le but.",
        "stay-away": "Des personnes ne viennent plus après une dispute.",
        "we-say": "Les gens disent « nous ».",
        "own-rules": "Le groupe fixe des règles, et on se les rappelle.",
        "roles-named": "Chacun sait bien qui fait quoi.",
        "no-dissent": "Plus personne ne donne un autre avis.",
        "goes-alone": "Cela marche, même quand vous n’êtes pas là.",
        "solve-it": "Un problème se règle au sein du groupe.",
        "welcome-new": "Les nouveaux trouvent leur place tout naturellement.",
        "tired": "Les gens sont fatigués ou viennent moins.",
        "goal-reached": "Le but est atteint.",
        "look-back": "Les gens évoquent surtout des souvenirs.",
    },
    "attitudes": {
        "genuineness": "Authenticité",
        "commitment": "Engagement",
        "equal-worth": "Égale valeur",
        "openness": "Ouverture",
        "unconditionality": "Accueil sans condition",
        "positive": "Attitude positive",
        "nearness": "Proximité professionnelle",
        "reliability": "Fiabilité",
        "respect": "Respect",
    },
    "exercise": {
        "recent": "Quand avez-vous travaillé avec des voisins, ces derniers temps ?",
        "attitude": "Quelle attitude reconnaissez-vous chez vous ?",
        "style": "Quel style d’accompagnement était-ce ?",
        "otherwise": "Qu’auriez-vous pu faire autrement ?",
        "expect": "Qu’attendez-vous des voisins ?",
        "expect:mirrored": "Qu’est-ce que les voisins attendent de vous ?",
    },
    "cases": {
        "streets": "Une rue s’entraide, deux rues se disputent",
        "streets:story:0": (
            "Dans un petit quartier, les voisins s’entraident déjà. Ils réparent un pantalon. Ils surveillent les "
            "enfants. Quelqu’un reste auprès du voisin atteint de démence pendant que sa femme fait les courses."
        ),
        "streets:story:1": (
            "Dans les deux rues d’à côté, il y a beaucoup de disputes et peu de liens. "
            "C’est là que vous voulez commencer quelque chose."
        ),
        "streets:story:2": (
            "Votre chef de service dit : les voisins s’entraident déjà à côté. Reliez tout cela. "
            "Rien de nouveau n’est nécessaire."
        ),
        "volunteers": "Beaucoup de bénévoles, et peu deux mois plus tard",
        "volunteers:story:0": (
            "Vous dirigez un nouveau centre de services. Dans le quartier, on parle beaucoup de langues. "
            "Quand quelqu’un demande de l’aide, on le met en contact avec un voisin."
        ),
        "volunteers:story:1": (
            "Les bénévoles indiquent ce qu’ils veulent faire. Qui cherche de l’aide vous téléphone, vous écrit ou "
            "passe vous voir. Après vos dépliants, beaucoup de bénévoles arrivent."
        ),
        "volunteers:story:2": (
            "Deux mois plus tard, presque tous sont partis. Vous sentez que cela ne tourne plus."
        ),
        "garden": "Le quartier choisit un potager, la commune dit non",
        "garden:story:0": (
            "Vous lancez un budget de quartier. Vous réunissez les gens. "
            "Ils réfléchissent à ce qu’ils veulent ensemble, avec et pour le quartier."
        ),
        "garden:story:1": (
            "Ils choisissent un potager pour les jeunes familles et les familles un peu plus âgées."
        ),
        "garden:story:2": (
            "Vous présentez le projet à la commune. Elle dit non : elle n’en voit pas l’utilité."
        ),
    },
    "actors": {
        "resident": "Habitant du quartier",
        "volunteer": "Bénévole",
        "citizen-initiative": "Initiative citoyenne",
        "informal-carer": "Aidant proche",
        "neighbour-help": "Entraide entre voisins",
        "professional": "Professionnel",
    },
}
