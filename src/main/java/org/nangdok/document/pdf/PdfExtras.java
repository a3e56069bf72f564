package org.nangdok.document.pdf;

import java.io.IOException;
import java.util.Map;
import org.apache.commons.lang3.StringUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDNonTerminalField;
import org.nangdok.document.Attachment;
import org.nangdok.document.DocumentAccount;
import org.nangdok.document.DocumentPart;

/** What hangs on a document beside its text: remarks, fields of forms, files. */
final class PdfExtras {

  private static final int MOST = 5_000;

  private PdfExtras() {}

  static void list(PDDocument document, DocumentAccount account) {
    remarks(document, account);
    fields(document, account);
    files(document, account);
  }

  private static void remarks(PDDocument document, DocumentAccount account) {
    int count = 0;
    for (PDPage page : document.getPages()) {
      try {
        for (PDAnnotation remark : page.getAnnotations()) {
          boolean words =
              !"Link".equals(remark.getSubtype())
                  && !"Widget".equals(remark.getSubtype())
                  && !"Popup".equals(remark.getSubtype());
          if (words && count++ < MOST) {
            account.leave(DocumentPart.COMMENT, StringUtils.defaultString(remark.getContents()));
          }
        }
      } catch (IOException | RuntimeException e) {
        account.warn("Some remarks in this PDF are damaged and aren't listed.");
      }
    }
  }

  private static void fields(PDDocument document, DocumentAccount account) {
    try {
      PDAcroForm form = document.getDocumentCatalog().getAcroForm(null);
      if (form == null) {
        return;
      }
      int count = 0;
      for (PDField field : form.getFieldTree()) {
        String value = field instanceof PDNonTerminalField ? "" : field.getValueAsString();
        if (!StringUtils.isBlank(value) && count++ < MOST) {
          String name =
              StringUtils.defaultIfBlank(field.getAlternateFieldName(), field.getPartialName());
          account.leave(DocumentPart.FORM_FIELD, name + ": " + value);
        }
      }
    } catch (RuntimeException e) {
      account.warn("The form in this PDF is damaged and isn't listed.");
    }
  }

  private static void files(PDDocument document, DocumentAccount account) {
    try {
      PDDocumentNameDictionary names = document.getDocumentCatalog().getNames();
      if (names != null && names.getEmbeddedFiles() != null) {
        files(names.getEmbeddedFiles(), account, 0);
      }
    } catch (IOException | RuntimeException e) {
      account.warn("The files in this PDF are damaged and aren't listed.");
    }
  }

  private static void files(
      PDNameTreeNode<PDComplexFileSpecification> node, DocumentAccount account, int depth)
      throws IOException {
    Map<String, PDComplexFileSpecification> names = node.getNames();
    if (names != null) {
      for (Map.Entry<String, PDComplexFileSpecification> entry : names.entrySet()) {
        PDEmbeddedFile file = entry.getValue().getEmbeddedFile();
        String type = file == null ? null : file.getSubtype();
        account.attach(
            new Attachment(
                StringUtils.defaultIfBlank(entry.getValue().getFilename(), entry.getKey()),
                StringUtils.defaultIfBlank(type, "application/octet-stream"),
                file == null ? 0 : Math.max(0, file.getSize())));
      }
    }
    if (node.getKids() != null && depth < 10) {
      for (PDNameTreeNode<PDComplexFileSpecification> kid : node.getKids()) {
        files(kid, account, depth + 1);
      }
    }
  }
}
