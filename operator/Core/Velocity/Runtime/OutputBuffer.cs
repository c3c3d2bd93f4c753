using System.Buffers;

namespace DirectRoute.Core.Velocity.Runtime;

/// <summary>Where a rendering writes: one buffer for the output and, at its end, for the strings being put together.</summary>
internal sealed class OutputBuffer(int limit) : IDisposable
{
    private char[] buffer = ArrayPool<char>.Shared.Rent(4096);

    public int Length { get; private set; }

    /// <summary>Whether something was too much and left out.</summary>
    public bool IsFull { get; private set; }

    public void Append(string text) => Append(text.AsSpan());

    public void Append(ReadOnlySpan<char> text)
    {
        if (text.Length > buffer.Length - Length && !Grow(text.Length)) return;
        text.CopyTo(buffer.AsSpan(Length));
        Length += text.Length;
    }

    public void Append(char c)
    {
        if (Length == buffer.Length && !Grow(1)) return;
        buffer[Length++] = c;
    }

    public void Append(int number)
    {
        if (buffer.Length - Length < 11 && !Grow(11)) return;
        number.TryFormat(buffer.AsSpan(Length), out var written, provider: System.Globalization.CultureInfo.InvariantCulture);
        Length += written;
    }

    /// <summary>Takes back what was written from a place on.</summary>
    /// <param name="start">The place.</param>
    /// <param name="length">How much of it is wanted.</param>
    public string Cut(int start, int length)
    {
        var text = new string(buffer, start, length);
        Length = start;
        return text;
    }

    public override string ToString() => new(buffer, 0, Length);

    public void Dispose()
    {
        if (buffer.Length > 0) ArrayPool<char>.Shared.Return(buffer);
        buffer = [];
        Length = 0;
    }

    private bool Grow(int more)
    {
        if (IsFull || Length + (long)more > limit)
        {
            IsFull = true;
            return false;
        }
        var larger = ArrayPool<char>.Shared.Rent((int)Math.Min(limit + 16L, Math.Max(buffer.Length * 2L, Length + (long)more)));
        buffer.AsSpan(0, Length).CopyTo(larger);
        ArrayPool<char>.Shared.Return(buffer);
        buffer = larger;
        return true;
    }
}
