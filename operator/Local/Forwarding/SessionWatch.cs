using System.Globalization;
using DirectRoute.Local.Protocol;
using DirectRoute.Local.State;
using DirectRoute.Local.Sts;

namespace DirectRoute.Local.Forwarding;

/// <summary>
/// Learns from the answers of the emulator's STS which key belongs to which account, so that a key acts in the same account on both sides; and the secrets that go
/// with the keys, so that signatures of deployed APIs' clients can be checked.
/// </summary>
internal sealed class SessionWatch(AccountStates accounts)
{
    /// <summary>Whose answers are read.</summary>
    public const string Service = "sts";

    private const int MaxAnswerBytes = 1024 * 1024;

    /// <summary>Reads an answer, and leaves it to be read again.</summary>
    /// <exception cref="HttpRequestException">It is larger than any answer of STS.</exception>
    public async Task LearnAsync(CredentialScope caller, HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        await answer.Content.LoadIntoBufferAsync(MaxAnswerBytes, cancellationToken).ConfigureAwait(false);
        if (!answer.IsSuccessStatusCode) return;
        var body = await answer.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        if (StsAnswer.Parse(body) is { } read && Identity(read, caller) is { } identity) accounts.Remember(identity);
    }

    private CallerIdentity? Identity(StsAnswer answer, CredentialScope caller) => (answer["AccessKeyId"], answer["Arn"]) switch
    {
        (null, null) => null,
        (null, { } arn) => Of(caller.AccessKeyId, arn, answer["UserId"], accounts.IdentityOf(caller.AccessKeyId).Secret), // GetCallerIdentity
        ({ } key, null) => accounts.IdentityOf(caller.AccessKeyId) with { AccessKeyId = key, Secret = Secret(answer) }, // GetSessionToken: whoever asks gets another key
        ({ } key, { } arn) => Of(key, arn, answer["AssumedRoleId"] ?? answer["FederatedUserId"], Secret(answer)),
    };

    private static CallerIdentity? Of(string key, string arn, string? userId, SecretKey? secret) =>
        arn.Split(':') is ["arn", _, _, _, { Length: 12 } account, ..] && account.All(char.IsAsciiDigit) ? new(key, account, userId ?? key, arn) { Secret = secret } : null;

    private static SecretKey? Secret(StsAnswer answer) => answer["SecretAccessKey"] is { } secret ? new(secret, answer["SessionToken"], Expiration(answer["Expiration"])) : null;

    private static DateTimeOffset Expiration(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : DateTimeOffset.MaxValue;
}
