package org.nangdok.delivery;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nangdok.delivery.access.ProblemPage;
import org.nangdok.delivery.access.Trace;
import org.nangdok.problem.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Turns every failure into {@code application/problem+json} (RFC 9457) with a code and a sentence.
 */
@RestControllerAdvice
class ProblemAnswers extends ResponseEntityExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemAnswers.class);
  private static final String RETRY_SECONDS = "5";

  @ExceptionHandler
  ResponseEntity<Object> problem(ProblemException problem) {
    HttpStatus status = ProblemStatus.of(problem.code());
    if (status.is5xxServerError() && status != HttpStatus.SERVICE_UNAVAILABLE) {
      LOG.info("Answered {} {}", status.value(), problem.code());
    }
    ProblemDetail body = body(status, problem.code(), problem.sentence());
    problem.members().forEach(body::setProperty);
    var headers = new HttpHeaders();
    Object wait = problem.members().get("retryAfter");
    if (wait != null) {
      headers.set(HttpHeaders.RETRY_AFTER, wait.toString());
    } else if (status == HttpStatus.SERVICE_UNAVAILABLE) {
      headers.set(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
    }
    return answer(body, headers, status);
  }

  /**
   * After the first bytes nothing can be told any more: thrown on, so that the server cuts the
   * connection.
   */
  @ExceptionHandler
  ResponseEntity<Object> broken(BrokenAnswerException e, HttpServletResponse response) {
    LOG.warn("An answer broke off", e);
    if (response.isCommitted()) {
      throw e;
    }
    response.reset();
    String sentence = "A part of this sound is gone. Try again in a moment: it is made anew.";
    return answer(
        body(HttpStatus.SERVICE_UNAVAILABLE, "audio.gone", sentence),
        retry(),
        HttpStatus.SERVICE_UNAVAILABLE);
  }

  private static HttpHeaders retry() {
    var headers = new HttpHeaders();
    headers.set(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
    return headers;
  }

  /** A form that is cut off or malformed. */
  @ExceptionHandler
  ResponseEntity<Object> form(MultipartException e) {
    LOG.debug("A form that can't be read", e);
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof ProblemException problem) {
        return problem(problem);
      }
      if (cause.getClass().getSimpleName().contains("SizeLimit")
          || cause.getClass().getSimpleName().contains("FileCountLimit")) {
        HttpStatus large = HttpStatus.CONTENT_TOO_LARGE;
        return answer(
            body(large, "request.too-large", "The form is larger than is taken here."),
            new HttpHeaders(),
            large);
      }
    }
    String sentence = "The form is cut off or malformed. Send it as multipart/form-data.";
    return answer(
        body(HttpStatus.BAD_REQUEST, "request.bad-form", sentence),
        new HttpHeaders(),
        HttpStatus.BAD_REQUEST);
  }

  /** The client went away: nobody is left to answer. */
  @ExceptionHandler
  void gone(IOException e) {
    LOG.debug("A client went away", e);
  }

  @ExceptionHandler
  ResponseEntity<Object> unexpected(Exception failure, HttpServletRequest request) {
    URI instance = URI.create("urn:uuid:" + UUID.randomUUID());
    LOG.error("{} failed unexpectedly ({})", request.getMethod(), instance, failure);
    var status = HttpStatus.INTERNAL_SERVER_ERROR;
    String sentence =
        "Something went wrong here. Try again; if it stays, tell the administrator the instance.";
    ProblemDetail body = body(status, "internal", sentence);
    body.setInstance(instance); // stands in the log beside what happened
    return answer(body, new HttpHeaders(), status);
  }

  @Override
  protected ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof ProblemException problem) {
        return problem(problem);
      }
    }
    String sentence = "The request is not valid JSON of the form that this address takes.";
    return answer(body(status, "request.bad-json", sentence), headers, status);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleExceptionInternal(
      Exception e,
      @Nullable Object given,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    if (status.value() == 404
        && request instanceof ServletWebRequest asked
        && ProblemPage.isWanted(asked.getRequest())) {
      return page(HttpStatus.NOT_FOUND, asked.getLocale());
    }
    return answer(body(status, code(status), sentence(status)), headers, status);
  }

  private static ResponseEntity<Object> page(HttpStatus status, Locale language) {
    return ResponseEntity.status(status)
        .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
        .cacheControl(CacheControl.noStore())
        .body(ProblemPage.of(status, language));
  }

  private static String code(HttpStatusCode status) {
    return switch (status.value()) {
      case 404 -> "request.not-found";
      case 405 -> "request.method";
      case 406 -> "request.not-acceptable";
      case 413 -> "request.too-large";
      case 415 -> "request.media-type";
      default -> status.is4xxClientError() ? "request.bad-value" : "internal";
    };
  }

  private static String sentence(HttpStatusCode status) {
    return switch (status.value()) {
      case 404 -> "There is nothing at this address.";
      case 405 -> "This address doesn't take that method; the Allow header names those it takes.";
      case 406 -> "This address can't answer in a form that the Accept header names.";
      case 413 -> "The request is too large.";
      case 415 ->
          "Send the request as application/json, or a file by itself or as a form (multipart/form-data)"
              + " where documents are read.";
      default ->
          status.is4xxClientError()
              ? "The request has a missing or wrong value."
              : "Something went wrong here. Try again later.";
    };
  }

  static ProblemDetail body(HttpStatusCode status, String code, String sentence) {
    ProblemDetail body = ProblemDetail.forStatusAndDetail(status, sentence);
    body.setProperty("code", code);
    String trace = Trace.id();
    if (trace != null) {
      body.setProperty("traceId", trace);
    }
    return body;
  }

  private static ResponseEntity<Object> answer(
      ProblemDetail body, HttpHeaders headers, HttpStatusCode status) {
    var all = new HttpHeaders();
    headers.forEach(all::put);
    all.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    all.setCacheControl("no-store");
    return new ResponseEntity<>(body, all, status);
  }
}
