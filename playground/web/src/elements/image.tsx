import type { ImageBlock, ImageElement } from '@slack/types';

/** Images by address. Files that live at Slack have no address here: their alternative text is shown instead. */
export function BlockImage({ image, className }: { image: ImageElement | ImageBlock; className: string }) {
  const url = 'image_url' in image ? image.image_url : undefined;
  if (!url) return <span className="not-drawn">{image.alt_text}</span>;
  return <img className={className} src={url} alt={image.alt_text} title={image.alt_text} />;
}
