using System.Runtime.CompilerServices;
using DirectRoute.Testing;

namespace DirectRoute.Kubernetes.Tests.Fakes;

/// <summary>Waits for what other tasks bring about, with a deadline that only a failing test meets.</summary>
internal static class Wait
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);

    public static async Task UntilAsync(Func<bool> condition, [CallerArgumentExpression(nameof(condition))] string what = "")
    {
        using var deadline = new CancellationTokenSource(Deadline);
        while (!condition())
        {
            if (deadline.IsCancellationRequested) Assert.Fail($"Not within {Deadline}: {what}");
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System);
        }
    }

    /// <summary>Moves the clock in steps until the condition holds; between two steps others get a chance to run.</summary>
    public static async Task UntilAsync(ManualTimeProvider clock, TimeSpan step, Func<bool> condition, [CallerArgumentExpression(nameof(condition))] string what = "")
    {
        await UntilAsync(
            () =>
            {
                if (condition()) return true;
                clock.Advance(step);
                return condition();
            },
            what);
    }

    /// <summary>The task's result, or a failed test if it does not come.</summary>
    public static Task<T> Within<T>(this Task<T> task) => task.WaitAsync(Deadline);

    /// <summary>The task's end, or a failed test if it does not come.</summary>
    public static Task Within(this Task task) => task.WaitAsync(Deadline);
}
