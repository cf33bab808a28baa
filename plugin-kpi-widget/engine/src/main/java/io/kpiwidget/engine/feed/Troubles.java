package io.kpiwidget.engine.feed;

import io.kpiwidget.engine.feed.Trouble.Code;
import io.kpiwidget.engine.platform.Obstacle;
import io.kpiwidget.engine.platform.PlatformException;
import io.kpiwidget.engine.platform.PlatformException.BadAnswer;
import io.kpiwidget.engine.platform.PlatformException.ClientRefused;
import io.kpiwidget.engine.platform.PlatformException.NoUserContext;
import io.kpiwidget.engine.platform.PlatformException.NotPermitted;
import io.kpiwidget.engine.platform.PlatformException.NotUnderstood;
import io.kpiwidget.engine.platform.PlatformException.RateLimited;
import io.kpiwidget.engine.platform.PlatformException.SignInRequired;
import io.kpiwidget.engine.platform.PlatformException.SubjectMismatch;
import io.kpiwidget.engine.platform.PlatformException.Unreachable;
import io.kpiwidget.engine.platform.PlatformException.Unresolved;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The one place where a failure becomes words for the agent. */
final class Troubles {

  /** Where sign-ins begin to fail: servers allow some minutes. */
  private static final Duration MUCH = Duration.ofMinutes(5);

  private Troubles() {}

  /** {@code contact} is whom agents ask for what they lack; empty means their administrator. */
  static Trouble of(PlatformException failure, Instant retryAt, Optional<String> contact) {
    var trouble = of(failure, retryAt);
    return trouble.code() == Code.PERMISSION && contact.isPresent()
        ? new Trouble(
            Code.PERMISSION,
            trouble.sentence(),
            "Ask " + contact.get() + " for the permission.",
            trouble.retryAt())
        : trouble;
  }

  static Trouble of(PlatformException failure, Instant retryAt) {
    return of(failure, Optional.of(retryAt));
  }

  private static Trouble of(PlatformException failure, Optional<Instant> again) {
    if (failure instanceof ClientRefused refused) {
      return client(refused);
    }
    if (failure instanceof SubjectMismatch) {
      return new Trouble(
          Code.SUBJECT_MISMATCH,
          "The platform answered for somebody else, so nothing is shown.",
          "Tell your administrator: the platform does not act as the agent.",
          Optional.empty());
    }
    if (failure instanceof NoUserContext) {
      return NO_AGENT;
    }
    if (failure instanceof SignInRequired required) {
      return signIn(required, again);
    }
    if (failure instanceof NotPermitted denied) {
      return permission(denied.permission(), again);
    }
    return passing(failure, again);
  }

  private static Trouble passing(PlatformException failure, Optional<Instant> again) {
    if (failure instanceof RateLimited) {
      return new Trouble(
          Code.RATE_LIMIT,
          "The platform asks for a pause.",
          "Nothing: it goes on by itself.",
          again);
    }
    if (failure instanceof BadAnswer) {
      return new Trouble(
          Code.BAD_ANSWER,
          "The platform gave an answer that makes no sense (" + failure.getMessage() + ").",
          "If it lasts, check the addresses in the configuration, and proxies on the way.",
          again);
    }
    if (failure instanceof NotUnderstood refused) {
      return widget(refused, again);
    }
    if (failure instanceof Unresolved hole) {
      return unresolved(hole, again);
    }
    return failure instanceof Unreachable unreachable
        ? unreachable(unreachable.obstacle(), again)
        : unreachable(Obstacle.UNKNOWN, again);
  }

  private static Trouble unreachable(Obstacle obstacle, Optional<Instant> again) {
    return switch (obstacle) {
      case DNS ->
          new Trouble(
              Code.DNS,
              "The platform's name is not known to the network.",
              "If it lasts, check the network, the VPN and the platform's address.",
              again);
      case REFUSED ->
          new Trouble(
              Code.REFUSED,
              "Nobody answers at the platform's address.",
              "If it lasts, check firewalls and the platform's address.",
              again);
      case TIMEOUT ->
          new Trouble(
              Code.TIMEOUT,
              "The platform did not answer in time.",
              "If it lasts, check the network's speed and the platform's status page.",
              again);
      case TLS ->
          new Trouble(
              Code.TLS,
              "The platform's certificate is not trusted.",
              "Check the platform's address, and proxies on the way that look into connections.",
              again);
      case CLOCK ->
          new Trouble(
              Code.CLOCK,
              "The platform's certificate is not valid at this computer's time.",
              "Check the computer's clock. If it is right, the certificate has run out.",
              again);
      case PROXY ->
          new Trouble(
              Code.PROXY,
              "A proxy on the way refuses the connection.",
              "Ask your administrator to let the desktop through to the platform.",
              again);
      case FAULT ->
          new Trouble(
              Code.PLATFORM,
              "The platform has a fault of its own.",
              "Nothing: it is tried again. If it lasts, look at the platform's status page.",
              again);
      case UNKNOWN ->
          new Trouble(
              Code.UNREACHABLE,
              "The platform cannot be reached.",
              "If it lasts, check the network and the platform's address.",
              again);
    };
  }

  private static Trouble signIn(SignInRequired required, Optional<Instant> again) {
    if (required.place() == SignInRequired.Place.BROWSER) {
      return browser(required.link());
    }
    return new Trouble(
        Code.SIGN_IN,
        "The platform does not accept your sign-in.",
        "Sign out of the desktop and in again.",
        required.isLasting() ? Optional.empty() : again);
  }

  private static Trouble browser(Optional<URI> link) {
    return link.isPresent()
        ? new Trouble(
            Code.SIGN_IN_BROWSER,
            "Your browser waits for you to sign in.",
            "Sign in there. If no browser has opened, copy the link and open it within two minutes.",
            Optional.empty(),
            link,
            "")
        : new Trouble(
            Code.SIGN_IN_BROWSER,
            "The platform wants you to sign in.",
            "Press “Sign in”: your browser opens, and the figures follow by themselves.",
            Optional.empty());
  }

  private static final Trouble NO_AGENT =
      new Trouble(
          Code.NO_AGENT,
          "The platform gave a token of the program, not of the agent.",
          "Tell your administrator: the token source must be the desktop, a broker or a sign-in"
              + " with the browser.",
          Optional.empty());

  private static Trouble client(ClientRefused refused) {
    boolean missing = refused.code().equals("missing_secret");
    return new Trouble(
        Code.CLIENT_SECRET,
        missing
            ? "The client secret is not set."
            : "The platform refuses this program (" + refused.code() + ").",
        missing
            ? "Set what \"clientSecret\" in the configuration names, then start the desktop again."
            : "Check client id, secret and scopes in the configuration, then refresh.",
        Optional.empty());
  }

  private static Trouble permission(String permission, Optional<Instant> again) {
    return new Trouble(
        Code.PERMISSION,
        permission.isEmpty()
            ? "You may not see these figures."
            : "You may not see these figures: " + permission + " is missing.",
        "Ask your administrator for the permission.",
        again);
  }

  private static Trouble widget(NotUnderstood refused, Optional<Instant> again) {
    return new Trouble(
        Code.WIDGET,
        "The platform does not take the widget's definition.",
        refused.pointer().isEmpty()
            ? "Check \"widget\" in the configuration."
            : "Check \"widget\" in the configuration, at " + refused.pointer() + ".",
        again);
  }

  private static Trouble unresolved(Unresolved hole, Optional<Instant> again) {
    return new Trouble(
        Code.WIDGET,
        "The widget needs " + hole.placeholder() + ", but " + hole.reason() + ".",
        "Let the desktop tell it, or use another placeholder in \"widget\" of the configuration.",
        again);
  }

  /** Why one of several questions has no answer, while others have. */
  static String cause(PlatformException failure) {
    return failure instanceof NotUnderstood
        ? "The platform does not take this question."
        : "The platform's answer makes no sense.";
  }

  /**
   * What is wrong although there are figures; {@code skew}: how far the platform's clock is ahead.
   */
  static Optional<Trouble> beside(Round round, Duration skew) {
    var shell = round.widget().failure().map(failure -> of(failure, Optional.empty()));
    return round.access().queues().isEmpty() ? Optional.of(NO_QUEUES) : shell.or(() -> clock(skew));
  }

  // figures are counted by the platform's clock; sign-ins and certificates are not
  private static Optional<Trouble> clock(Duration skew) {
    long minutes = Math.abs(skew.toMinutes());
    return minutes < MUCH.toMinutes()
        ? Optional.empty()
        : Optional.of(
            new Trouble(
                Code.CLOCK,
                "This computer's clock is %d minutes %s."
                    .formatted(minutes, skew.isNegative() ? "fast" : "slow"),
                "The figures are right all the same. Ask your administrator to set the clock.",
                Optional.empty()));
  }

  private static final Trouble NO_QUEUES =
      new Trouble(
          Code.QUEUES,
          "You serve no queue.",
          "If that is wrong, ask your supervisor to add you.",
          Optional.empty());

  /** Whether figures that are there must go at once: it is not certain any more whose they are. */
  static boolean takesFiguresAway(PlatformException failure) {
    return failure instanceof SubjectMismatch
        || failure instanceof SignInRequired
        || failure instanceof NoUserContext
        || failure instanceof NotPermitted;
  }
}
