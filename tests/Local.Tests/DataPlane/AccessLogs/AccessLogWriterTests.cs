using DirectRoute.Local.DataPlane.AccessLogs;

namespace DirectRoute.Local.Tests.DataPlane.AccessLogs;

public sealed class AccessLogWriterTests
{
    [Fact]
    public async Task Write_Lines_AreWrittenInOrder()
    {
        await using var text = new StringWriter { NewLine = "\n" };
        var log = new AccessLogWriter(text);

        log.Write("", "one");
        log.Write("", "two");
        await log.DisposeAsync();

        Assert.Equal(("one\ntwo\n", 0), (text.ToString(), log.Lost));
    }

    [Fact]
    public async Task Write_TextThatTakesNothing_LosesLinesAndHoldsNobodyUp()
    {
        await using var stuck = new StuckWriter();
        var log = new AccessLogWriter(stuck);
        log.Write("", "first");
        await stuck.Entered;

        for (var i = 0; i < 10_005; i++) log.Write("", "more");
        stuck.Release();
        await log.DisposeAsync();

        Assert.Equal(5, log.Lost);
    }

    [Fact]
    public async Task Write_ClosedText_IsCounted()
    {
        var closed = new StreamWriter(new MemoryStream()) { AutoFlush = true };
        await closed.DisposeAsync();
        var log = new AccessLogWriter(closed);

        log.Write("", "one");
        await log.DisposeAsync();

        Assert.Equal(1, log.Lost);
    }

    private sealed class StuckWriter : StringWriter
    {
        private readonly TaskCompletionSource entered = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Entered => entered.Task;

        public void Release() => released.TrySetResult();

        public override Task WriteLineAsync(string? value)
        {
            entered.TrySetResult();
            return released.Task;
        }
    }
}
