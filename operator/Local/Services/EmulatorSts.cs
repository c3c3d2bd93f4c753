using System.Text;
using DirectRoute.Core.Gateway;
using DirectRoute.Local.Sts;

namespace DirectRoute.Local.Services;

/// <summary>The emulator's STS.</summary>
internal sealed class EmulatorSts(LocalOptions options) : IDisposable
{
    private const string Region = "us-east-1";
    private const int MaxAnswerBytes = 1024 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly HttpMessageInvoker client = PlainHttp.New();

    /// <summary>A session of a role; null when the emulator gives none.</summary>
    /// <exception cref="HttpRequestException">It cannot be reached.</exception>
    /// <exception cref="OperationCanceledException">It takes too long.</exception>
    public async Task<ServiceCredentials?> AssumeRoleAsync(Uri emulator, string roleArn)
    {
        using var timeout = new CancellationTokenSource(Patience, options.Clock);
        var own = await options.Credentials.GetAsync(timeout.Token).ConfigureAwait(false);
        if (own.Credentials is not { } credentials) return null;
        using var message = Message(emulator, roleArn, credentials);
        using var response = await client.SendAsync(message, timeout.Token).ConfigureAwait(false);
        if (!response.IsSuccessStatusCode) return null;
        await response.Content.LoadIntoBufferAsync(MaxAnswerBytes, timeout.Token).ConfigureAwait(false);
        return CredentialsIn(await response.Content.ReadAsByteArrayAsync(timeout.Token).ConfigureAwait(false));
    }

    public void Dispose() => client.Dispose();

    private HttpRequestMessage Message(Uri emulator, string roleArn, ServiceCredentials credentials)
    {
        var body = Encoding.UTF8.GetBytes($"Action=AssumeRole&Version=2011-06-15&RoleSessionName={CallCredentials.SessionName}&RoleArn={Uri.EscapeDataString(roleArn)}");
        var headers = NamedValues.Headers(("Content-Type", "application/x-www-form-urlencoded; charset=utf-8"));
        var signed = SignatureV4.Sign(new SignedCall("POST", emulator, headers, body), credentials, Region, "sts", options.Clock.GetUtcNow());
        return OutgoingMessage.Of("POST", emulator, signed, body)!;
    }

    private static ServiceCredentials? CredentialsIn(byte[] body) =>
        StsAnswer.Parse(body) is { } answer && answer["AccessKeyId"] is { } key && answer["SecretAccessKey"] is { } secret ? new(key, secret, answer["SessionToken"]) : null;
}
