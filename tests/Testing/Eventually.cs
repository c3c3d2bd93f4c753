namespace DirectRoute.Testing;

/// <summary>Waits for what must become true, instead of for a time.</summary>
public static class Eventually
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>How long a condition may take unless the test says otherwise: long enough for a machine under load.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromMinutes(1);

    /// <summary>Waits until the condition holds.</summary>
    /// <param name="what">What is waited for, for the message.</param>
    /// <param name="condition">Is asked until it holds.</param>
    /// <param name="patience">How long to wait; <see cref="Patience"/> when null.</param>
    /// <exception cref="TimeoutException">It never held.</exception>
    public static Task HoldsAsync(string what, Func<bool> condition, TimeSpan? patience = null) =>
        HoldsAsync(what, () => Task.FromResult(condition()), patience);

    /// <inheritdoc cref="HoldsAsync(string, Func{bool}, TimeSpan?)"/>
    public static async Task HoldsAsync(string what, Func<Task<bool>> condition, TimeSpan? patience = null)
    {
        var limit = patience ?? Patience;
        var start = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            if (TimeProvider.System.GetElapsedTime(start) > limit) throw new TimeoutException($"Not within {limit}: {what}.");
            await Task.Delay(Pause, TimeProvider.System);
        }
    }

    /// <summary>Reads until what is read is as wanted, and returns it.</summary>
    /// <param name="what">What is waited for, for the message.</param>
    /// <param name="read">Reads the present state.</param>
    /// <param name="isReached">Whether it is as wanted.</param>
    /// <param name="patience">How long to wait; <see cref="Patience"/> when null.</param>
    /// <exception cref="TimeoutException">It never was; the message shows what was read last.</exception>
    public static async Task<T> SeeAsync<T>(string what, Func<Task<T>> read, Func<T, bool> isReached, TimeSpan? patience = null)
    {
        var seen = await read();
        try
        {
            await HoldsAsync(what, async () => isReached(seen) || isReached(seen = await read()), patience);
            return seen;
        }
        catch (TimeoutException e)
        {
            throw new TimeoutException($"{e.Message} Last seen: {seen}", e);
        }
    }
}
