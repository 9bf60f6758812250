"""Our own form templates instead of Django's."""

from django.forms.renderers import TemplatesSetting


class FormRenderer(TemplatesSetting):
    field_template_name = "core/components/field.html"
