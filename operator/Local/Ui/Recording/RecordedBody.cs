namespace DirectRoute.Local.Ui.Recording;

/// <summary>The beginning of a body.</summary>
/// <param name="Start">At most <see cref="MaxBytes"/>.</param>
/// <param name="Length">How many bytes the whole body has.</param>
internal readonly record struct RecordedBody(ReadOnlyMemory<byte> Start, int Length)
{
    /// <summary>How much of a body is kept.</summary>
    public const int MaxBytes = 64 * 1024;

    /// <summary>What is kept of a body: a copy when it is long, so that the rest can be forgotten.</summary>
    public static RecordedBody Of(ReadOnlyMemory<byte> body) => new(body.Length <= MaxBytes ? body : body[..MaxBytes].ToArray(), body.Length);
}
