"""Which plugins run, and with which settings. The operator's file.

A label maps to the plugin's settings. {"enabled": False} switches a plugin off and keeps its content;
take a label out of this file only after its content has been removed.
"""

CMS_PLUGINS: dict[str, dict[str, object]] = {
    "consultation": {},
    "networks": {},
    "timelines": {},
}
