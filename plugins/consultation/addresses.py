"""The plugin's addresses, under /plugins/consultation/."""

from django.urls import path

from .mail.receiving import bounces
from .pages.heads import heads, script, verifier
from .pages.receipts import receipt_json, receipt_page, receipt_pdf, receipt_text_file, submission_json
from .pages.verify import verify
from .uploading import upload

RECEIPT = "<slug:language>/receipts/<slug:reference>/<int:number>/<slug:token>/"

URLS = (
    path("bounces", bounces, name="bounces"),
    path("files/", upload, name="upload"),
    path("heads.json", heads, name="heads"),
    path("verify_receipt.py", script, name="script"),
    path("verify.js", verifier, name="verifier"),
    path("<slug:language>/verify/", verify, name="verify"),
    path(RECEIPT, receipt_page, name="receipt"),
    path(f"{RECEIPT}receipt.pdf", receipt_pdf, name="receipt_pdf"),
    path(f"{RECEIPT}receipt.txt", receipt_text_file, name="receipt_text"),
    path(f"{RECEIPT}receipt.json", receipt_json, name="receipt_json"),
    path(f"{RECEIPT}submission.json", submission_json, name="submission_json"),
)
