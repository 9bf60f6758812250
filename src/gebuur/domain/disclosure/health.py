"""Words that name an illness. A story can often do without; sometimes it cannot, so they are pointed out."""

HEALTH_WORDS = frozenset({
    "adhd", "aids", "alcoholist", "alcoholisme", "alcoholverslaving", "alzheimer", "anorexia", "astma",
    "autisme", "autist", "autistisch", "beroerte", "bipolair", "borderline", "boulimie", "burn-out",
    "burnout", "chemo", "chemotherapie", "cva", "dement", "dementie", "demente", "depressie", "depressief",
    "depressieve", "diabetes", "diagnose", "downsyndroom", "drugsverslaafd", "drugsverslaving", "epilepsie",
    "hartaanval", "hartinfarct", "hepatitis", "herseninfarct", "hersentumor", "hiv", "kanker", "leukemie",
    "longkanker", "borstkanker", "multiple-sclerose", "parkinson", "psychose", "psychotisch", "psychotische",
    "ptss", "reuma", "schizofreen", "schizofrenie", "suikerziekte", "suïcidaal", "tbc", "trauma",
    "tuberculose", "tumor", "verslaafd", "verslaafde", "verslaving", "zelfmoord", "zelfmoordpoging",
    "addicted", "addiction", "alcoholic", "alzheimers", "anxiety", "arthritis", "asthma", "autism",
    "autistic", "bulimia", "cancer", "dementia", "depressed", "depression", "diagnosis", "epilepsy",
    "schizophrenia", "schizophrenic", "stroke", "suicidal", "suicide", "tuberculosis", "cancéreux",
    "dépendance", "dépression", "dépressif", "démence", "diabète", "diagnostic", "épilepsie", "schizophrénie",
    "sida", "toxicomane",
})  # fmt: skip
